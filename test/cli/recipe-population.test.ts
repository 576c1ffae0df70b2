// k-map by a table of the population in recipes: the written file beside that table under the same steps, joined here.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const cities = ['Bonn', 'Köln', 'Ulm', 'Jena', 'Trier'];
const plans = ['basic', 'pro', 'max'];
/** Numbers below `below` that go by nothing, the same for the same place. */
const spread = (at: number, by: number, below: number): number => ((Math.imul(at + 1, by) >>> 8) % 1009) % below;
/** 900 people, everybody; each fifth of them came into the file. */
const everybody = Array.from({ length: 900 }, (_, at) => [
  `${18 + spread(at, 2654435761, 60)}`,
  at % 2 === 0 ? 'f' : 'm',
  cities[Math.min(spread(at, 2246822519, 5), spread(at, 374761393, 5))]!,
  plans[spread(at, 668265263, 3)]!,
]);
const head = ['age', 'gender', 'city', 'plan'];
const write = (name: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(desk.path(name), `${rows.map((row) => row.join(',')).join('\n')}\n`);
const shaOf = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(desk.path(name)))
    .digest('hex');
const linesOf = (name: string): string[] => readFileSync(desk.path(name), 'utf8').trimEnd().split('\n').slice(1);

/** Steps by hand, whose texts are known here: age goes, all others stay as they are. */
const byHand = (settings: object, steps: object[] = []): string =>
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 2,
    purpose: 'p1-find-segments',
    release: 'pseudonymised',
    referenceDate: '2026-11-30',
    target: {
      models: [
        { model: 'k-anonymity', settings: { k: 3 } },
        { model: 'k-map', settings },
      ],
      suppression: 0.9,
    },
    columns: head,
    steps: [
      { op: 'drop-columns', version: 1, settings: { columns: ['age'] }, reason: 'too exact' },
      ...steps,
      { op: 'suppress-small-classes', version: 1, settings: { columns: head.slice(1) }, reason: 'few' },
    ],
  });

beforeAll(() => {
  write('sample.csv', [head, ...everybody.filter((_, at) => at % 5 === 0)]);
  write('everybody.csv', [
    ['plan', 'id', 'city', 'gender', 'age'],
    ...everybody.map((row, at) => [row[3]!, `n${at}`, row[2]!, row[1]!, row[0]!]),
  ]);
});

async function applied(recipe: string, output: string, more: string[] = []) {
  return desk.custos(['apply', 'sample.csv', '--recipe', recipe, '-o', output, ...more, '--json']);
}

describe('a recipe whose target asks for people of a population', () => {
  it('leaves out the classes with fewer, and certifies those of the written one with fewest', async () => {
    writeFileSync(desk.path('hand.json'), byHand({ k: 70, table: shaOf('everybody.csv') }));
    const ran = await applied('hand.json', 'hand.csv', ['--population-file', 'everybody.csv']);
    expect(ran.status, ran.stderr).toBe(0);
    const told = JSON.parse(ran.stdout) as ReleaseResult;
    // Of a pseudonymised release not every column counts; of which it does, it says.
    const over = told.counted.map((name) => head.slice(1).indexOf(name));
    expect(over.length).toBeGreaterThan(1);
    const counted = (text: string): string => over.map((at) => text.split(',')[at]).join(',');
    const behind = (text: string): number =>
      everybody.filter((row) => counted(row.slice(1).join(',')) === counted(text)).length;
    const kept = linesOf('hand.csv');
    const fewest = Math.min(...kept.map(behind));
    // By definition, row by row: what k of the file and of the population leave.
    const sample = everybody.filter((_, at) => at % 5 === 0).map((row) => row.slice(1).join(','));
    const wanted = sample.filter((text) => behind(text) >= 70 && sample.filter((other) => other === text).length >= 3);
    expect(kept.toSorted()).toEqual(wanted.toSorted());
    expect(kept.length).toBeLessThan(sample.filter((text) => sample.filter((one) => one === text).length >= 3).length);
    const population = {
      name: 'everybody.csv',
      sha256: shaOf('everybody.csv'),
      rows: 900,
      people: 900,
      counts: 'rows',
    };
    expect(told.population).toEqual({ ...population, k: 70, least: fewest });
    const certificate = JSON.parse(readFileSync(desk.path('hand.csv.certificate.json'), 'utf8')) as Certificate;
    expect(certificate.population).toEqual(told.population);
    expect(certificate.models).toContainEqual(
      expect.objectContaining({ model: 'k-map', column: null, value: `${fewest}`, wanted: '70', met: true }),
    );
    const page = await desk.custos(['certificate', 'hand.csv', '-o', 'hand.html']);
    // Without a workspace nobody signs it.
    expect(page.stderr).toContain('Page written');
    expect(readFileSync(desk.path('hand.html'), 'utf8')).toContain(shaOf('everybody.csv'));
  });

  it('is refused without its table, with another one, with one too small, and for a way nobody else can be read by', async () => {
    const refused = async (recipe: string, more: string[]): Promise<string> => {
      writeFileSync(desk.path('no.json'), recipe);
      const ran = await applied('no.json', 'no.csv', more);
      expect([ran.status, ran.stdout], ran.stderr).toEqual([2, '']);
      expect(existsSync(desk.path('no.csv'))).toBe(false);
      return ran.stderr;
    };
    const given = ['--population-file', 'everybody.csv'];
    expect(await refused(byHand({ k: 5, table: shaOf('everybody.csv') }), [])).toContain('--population-file');
    expect(await refused(byHand({ k: 5, table: 'a'.repeat(64) }), given)).toContain('is not the table');
    write('few.csv', [head, ...everybody.slice(0, 90)]);
    const any = byHand({ k: 5, table: 'population' });
    expect(await refused(any, ['--population-file', 'few.csv'])).toContain('fewer than the source');
    const grouped = { op: 'group-rows', version: 1, settings: { columns: head.slice(1) }, reason: 'alike' };
    expect(await refused(byHand({ k: 5, table: 'population' }, [grouped]), given)).toContain('choose the way levels');
    const plain = any.replace(/,\{"model":"k-map"[^\]]*/, '');
    expect(await refused(plain, given)).toContain('the target asks for none');
    write('no-city.csv', [head.slice(0, 2), ...everybody.map((row) => row.slice(0, 2))]);
    const lacking = await applied('no.json', 'no.csv', ['--population-file', 'no-city.csv']);
    expect(lacking.status).not.toBe(0);
    writeFileSync(desk.path('any.json'), any);
    const missing = await applied('any.json', 'no.csv', ['--population-file', 'no-city.csv']);
    expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('“city”')]);
  });

  it('is recommended so that its release passes, with the people counted that the same steps give the population', async () => {
    const map = ['--population-file', 'everybody.csv'];
    const asked = ['--purpose', 'P1', '--way', 'levels', '--k', '2', '--suppression', '0.2', ...map, '--k-map', '20'];
    const made = await desk.custos(['recommend', 'sample.csv', ...asked, '-o', 'map.json']);
    expect(made.status, made.stderr).toBe(0);
    const ran = await applied('map.json', 'map.csv', map);
    expect(ran.status, ran.stderr).toBe(0);
    const told = JSON.parse(ran.stdout) as ReleaseResult;
    // The same steps over everybody, nobody left out: a release of that file, read as text.
    const recipe = JSON.parse(readFileSync(desk.path('map.json'), 'utf8')) as { steps: { op: string }[] };
    const open = {
      ...recipe,
      release: 'pseudonymised',
      target: { models: [], suppression: 1 },
      steps: recipe.steps.filter(({ op }) => op !== 'suppress-small-classes'),
    };
    writeFileSync(desk.path('open.json'), JSON.stringify(open));
    write('all.csv', [head, ...everybody]);
    const all = await desk.custos(['apply', 'all.csv', '--recipe', 'open.json', '-o', 'read.csv', '--json']);
    expect(all.status, all.stderr).toBe(0);
    const texts = linesOf('read.csv');
    const fewest = Math.min(...linesOf('map.csv').map((row) => texts.filter((text) => text === row).length));
    expect(told.population).toMatchObject({ k: 20, least: fewest });
    expect(fewest).toBeGreaterThanOrEqual(20);
    const twin = ['--way', 'synthetic', '--release', 'pseudonymised'];
    const drawn = await desk.custos(['recommend', 'sample.csv', '--purpose', 'P1', ...twin]);
    expect([drawn.status, drawn.stderr]).toEqual([2, expect.stringContaining('nobody’s')]);
    const alone = await desk.custos(['recommend', 'sample.csv', '--purpose', 'P1', ...map]);
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('--k-map')]);
  });
});
