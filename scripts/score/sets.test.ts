import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Label {
  readonly class: string;
  readonly category: string;
  readonly type: string;
  readonly flags: readonly string[];
}
interface Labelled {
  readonly source: { readonly repo: string; readonly path: string; readonly commit: string; readonly used?: boolean };
  readonly columns: Readonly<Record<string, Label>>;
}

const root = new URL('../../', import.meta.url);
/** The labels of a set; none where it has been opened and another is not drawn yet. */
function labelsOf(set: string): [string, Labelled][] {
  const file = new URL(`test/benchmark/${set}/labels.json`, root);
  return existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Labelled>) : [];
}
const developed = labelsOf('developed');
const unseen = labelsOf('unseen');
const repositories = (tables: readonly [string, Labelled][]) => new Set(tables.map(([, { source }]) => source.repo));

const sharedSources = new URL('../shared/bench/columns/sources.tsv', root);

describe('the sets of labelled tables', () => {
  it('have no table and no repository in common', () => {
    const known = repositories(developed);
    expect([...repositories(unseen)].filter((one) => known.has(one))).toEqual([]);
    const names = new Set(developed.map(([name]) => name));
    expect(unseen.filter(([name]) => names.has(name))).toEqual([]);
  });

  it('have no repository of the shared benchmark among the unseen', (test) => {
    if (!existsSync(sharedSources)) test.skip('the shared column benchmark does not lie beside this checkout');
    const known = readFileSync(sharedSources, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1]);
    expect(known.length).toBeGreaterThan(50);
    const ours = repositories(unseen);
    expect(known.filter((one) => one !== undefined && ours.has(one))).toEqual([]);
  });

  it('say which tables were learned from', () => {
    expect(developed.filter(([, { source }]) => source.used !== true)).toEqual([]);
    expect(unseen.filter(([, { source }]) => source.used === true)).toEqual([]);
  });

  it('name the version of each file, so that it can be had again', () => {
    for (const [name, { source }] of [...developed, ...unseen]) {
      expect(source.commit, name).toMatch(/^[0-9a-f]{40}$/);
      expect(source.path, name).not.toBe('');
    }
  });

  it('are large enough, and speak the words of the shared benchmark', () => {
    if (unseen.length > 0) {
      expect(unseen.length).toBeGreaterThanOrEqual(40);
      expect(repositories(unseen).size).toBeGreaterThanOrEqual(35);
    }
    expect(developed.length).toBeGreaterThanOrEqual(330);
    const classes = ['linked', 'linkable', 'non_pii', 'non_pii_online_identifier'];
    for (const [name, { columns }] of [...developed, ...unseen])
      for (const [column, label] of Object.entries(columns)) {
        expect(classes, `${name} ${column}`).toContain(label.class);
        expect(label.type, `${name} ${column}`).toMatch(/^[a-z0-9_]+$/);
      }
  });
});
