import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

/** One person among 300, each of whose values stands nowhere else; and one more in a row that cannot be read. */
const planted = {
  name: 'Zyxwina Qvortrup',
  email: 'zyxwina@quidd-mail.example',
  city: 'Zquiddleton',
  dob: '1911-11-13',
  salary: '987654.31',
  note: 'Zyxwina asked to be called on +49 30 5557319',
  tier: 'qgold angina',
};
/** Digits within a hash or an id are nobody's: those are made anew in every run. */
const telling =
  /zyxwina|qvortrup|quidd|rejectina|qgold|(?<![\da-f])(?:1911(?:-?11-?13)?|13\.11\.1911|987,?654|5557319)(?![\da-f])/i;
const cities = ['Bonn', 'Lyon', 'Turin'];
const rows = Array.from({ length: 300 }, (_, at) =>
  at === 7
    ? Object.values(planted)
    : [
        `Ana Lopez${at}`,
        `ana${at}@mail.example`,
        cities[at % 3]!,
        `${1950 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`,
        `${30_000 + at * 11}.00`,
        `Ana asked about the bill ${at} and left no number`,
        ['asthma', 'migraine'][at % 2]!,
      ],
);
const csv =
  `full_name,email,city,date_of_birth,salary,comment,diagnosis\n${rows.map((row) => row.join(',')).join('\n')}` +
  `\n"Rejectina Zyxwina,broken\n`;

let made: TestEngine;
let dataset: DatasetSummary;
beforeAll(async () => {
  made = makeEngine('in memory');
  await made.client.workspaces.createTemporary({ name: 'Planted', operator: 'Ada' });
  writeFileSync(made.path('people.csv'), csv);
  dataset = await follow(made.client.datasets.import({ grantId: grant('people.csv', 'read') }));
});
afterAll(() => made.close());

const grant = (name: string, use: 'read' | 'write') => made.engine.grants.add(made.path(name), use).grantId;
/** The words around what should not be there: none. */
const leak = (what: unknown): string | null => {
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  const at = text.search(telling);
  return at < 0 ? null : text.slice(Math.max(0, at - 80), at + 80);
};
const silent = (what: unknown) => expect(leak(what)).toBeNull();
const refused = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.then(
    () => expect.fail('This should have failed.'),
    (reason: unknown) => reason,
  );
  silent(`${String(error)} ${JSON.stringify(error)}`);
};
const recipe = (steps: { op: string; settings: Record<string, unknown> }[]): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-01-01',
  target: { k: 5, suppression: 0.5 },
  steps: steps.map((step) => ({ ...step, version: 1, reason: '', enabled: true })),
});

describe('a planted person, as long as nothing was revealed', () => {
  it('is in no answer about the file before it is imported', async () => {
    silent(await made.client.datasets.sniff({ grantId: grant('people.csv', 'read') }));
    silent(await follow(made.client.files.classify({ grantId: grant('people.csv', 'read') })));
    silent(await follow(made.client.files.profile({ grantId: grant('people.csv', 'read') })));
    silent(
      await follow(
        made.client.files.risk({
          grantId: grant('people.csv', 'read'),
          qi: ['city', 'date_of_birth'],
          sensitive: ['diagnosis'],
        }),
      ),
    );
  });

  it('is in no page of the grid, whatever is sorted or searched', async () => {
    const columns = dataset.columns.map(({ name }) => name);
    const pages = await Promise.all([
      made.client.datasets.readWindow({ datasetId: dataset.id, columns, offset: 0, limit: 300 }),
      made.client.datasets.readWindow({
        datasetId: dataset.id,
        columns,
        sort: [{ column: 'salary', direction: 'desc' }],
        offset: 0,
        limit: 3,
      }),
      made.client.datasets.readWindow({
        datasetId: dataset.id,
        columns,
        filter: [{ column: 'city', op: 'startsWith', value: 'z' }],
        offset: 0,
        limit: 3,
      }),
    ]);
    expect(pages[2].total).toBe(1);
    silent(pages);
  });

  it('is in no profile, example, evidence or list of rejected rows', async () => {
    expect(dataset.rejectedRows).toBeGreaterThan(0);
    silent(dataset);
    silent(
      await Promise.all(
        dataset.columns.map(({ name }) => made.client.datasets.profile({ datasetId: dataset.id, column: name })),
      ),
    );
    silent(
      await made.client.datasets.shapes({ datasetId: dataset.id, columns: dataset.columns.map(({ name }) => name) }),
    );
    // Counts that were asked for name what many people share, and nobody's own value.
    const counts = await Promise.all(
      dataset.columns.map(({ name }) => made.client.datasets.valueCounts({ datasetId: dataset.id, column: name })),
    );
    expect(counts.some(({ values }) => values.length > 0)).toBe(true);
    for (const { least, values } of counts) expect(Math.min(least, ...values.map(({ count }) => count))).toBe(least);
    silent(counts);
    expect((await made.client.register.list({ kind: 'value.counted' })).entries).toHaveLength(dataset.columns.length);
    silent(await made.client.classify.get({ datasetId: dataset.id }));
    silent(await made.client.datasets.rejects({ datasetId: dataset.id, offset: 0, limit: 100 }));
  });

  it('is in no recommended recipe, preview, assessment or drift', async () => {
    const recommended = await made.client.recipes.recommend({ datasetId: dataset.id, purpose: 'P1', k: 5 });
    silent(recommended);
    for (const tried of [
      recommended,
      recipe([]),
      recipe([
        {
          op: 'map-categories',
          settings: { columns: ['city'], hierarchy: [['Bonn', 'West']], level: 1, otherwise: 'keep', label: '' },
        },
      ]),
      recipe([{ op: 'round-number', settings: { columns: ['salary'], step: 0.01 } }]),
      recipe([{ op: 'truncate-date', settings: { columns: ['date_of_birth'], to: 'day' } }]),
      recipe([{ op: 'mask-characters', settings: { columns: ['full_name'], keepStart: 30 } }]),
      recipe([{ op: 'redact', settings: { columns: ['full_name'] } }]),
    ]) {
      const preview = await made.client.recipes.preview({ datasetId: dataset.id, recipe: tried, limit: 20 });
      expect(preview.after.rows).toHaveLength(20);
      silent(preview);
      silent(await made.client.recipes.assess({ datasetId: dataset.id, recipe: tried }));
      silent(await made.client.recipes.check({ datasetId: dataset.id, recipe: tried }));
    }
  });

  it('is in no release result, certificate, dictionary, inventory or entry of the register', async () => {
    const steps = recipe([
      {
        op: 'drop-columns',
        settings: { columns: ['full_name', 'email', 'date_of_birth', 'salary', 'comment', 'diagnosis'] },
      },
      { op: 'suppress-small-classes', settings: { columns: ['city'] } },
    ]);
    await made.client.recipes.save({ datasetId: dataset.id, recipe: steps });
    silent(
      await follow(
        made.client.releases.run({ datasetId: dataset.id, recipe: steps, grantId: grant('out.csv', 'write') }),
      ),
    );
    await refused(
      follow(
        made.client.releases.run({ datasetId: dataset.id, recipe: recipe([]), grantId: grant('no.csv', 'write') }),
      ),
    );
    const [release] = await made.client.releases.list({});
    silent(await made.client.releases.certificate({ releaseId: release!.id }));
    await made.client.datasets.exportDictionary({ datasetId: dataset.id, grantId: grant('dictionary.csv', 'write') });
    await made.client.classify.exportInventory({ datasetId: dataset.id, grantId: grant('inventory.json', 'write') });
    for (const name of ['dictionary.csv', 'inventory.json', 'out.csv', 'out.csv.certificate.json'])
      silent(readFileSync(made.path(name), 'utf8'));
    silent((await made.client.register.list({ limit: 1000 })).entries);
  });

  it('is in no sentence about what goes wrong', async () => {
    writeFileSync(made.path('book.csv'), `name,label,codes\n${planted.name},${planted.city},1=${planted.email}\n`);
    writeFileSync(made.path('recipe.json'), `{"format":"custos-recipe","formatVersion":1,"steps":"${planted.email}"}`);
    writeFileSync(made.path('cut.jsonl'), `{"name":"${planted.name}"\n{"name": ${planted.email}}\n`);
    writeFileSync(made.path('empty.csv'), `"${planted.name},${planted.email}\n`);
    await refused(made.client.classify.importCodebook({ datasetId: dataset.id, grantId: grant('book.csv', 'read') }));
    await refused(made.client.recipes.importFile({ datasetId: dataset.id, grantId: grant('recipe.json', 'read') }));
    await refused(follow(made.client.datasets.import({ grantId: grant('cut.jsonl', 'read') })));
    await refused(follow(made.client.files.classify({ grantId: grant('empty.csv', 'read') })));
    await refused(
      made.client.recipes.assess({
        datasetId: dataset.id,
        recipe: recipe([{ op: 'numeric-bins', settings: { columns: ['full_name'], mode: 'edges', edges: ['x'] } }]),
      }),
    );
  });

  it('is shown once asked for, and that is an entry', async () => {
    expect(await made.client.datasets.revealCell({ datasetId: dataset.id, column: 'full_name', row: 7 })).toEqual({
      text: planted.name,
    });
    await made.client.datasets.revealColumn({ datasetId: dataset.id, column: 'city', revealed: true });
    const preview = await made.client.recipes.preview({
      datasetId: dataset.id,
      recipe: { ...recipe([]), release: 'pseudonymised' },
      limit: 20,
    });
    const after = Object.fromEntries(preview.after.columns.map((name, at) => [name, preview.after.rows[7]![at]!]));
    expect(after['city']).toEqual({ text: planted.city, masked: false });
    expect(after['full_name']!.masked).toBe(true);
    const { entries } = await made.client.register.list({ kind: 'value.revealed' });
    expect(entries).toHaveLength(2);
    silent(entries);
  });
});
