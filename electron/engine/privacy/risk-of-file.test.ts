import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { RiskCheck } from '#shared/domain/risk-check.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { finding } from '#test/support/finding.ts';
import { riskOfFile, type FileRiskInput } from './risk-of-file.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const linkable = (name: string, type: SemanticTypeId): Finding =>
  finding(name, type, { class: 'linkable', category: 'personal', confidence: 1 });

async function measure(
  head: string[],
  rows: TextRow[],
  options: Partial<FileRiskInput> & { types?: Record<string, SemanticTypeId> } = {},
): Promise<RiskCheck> {
  await tableOf(duck, 'people', head.length, rows);
  const columns = head.map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const findings = Object.entries(options.types ?? {}).map(([name, type]) => linkable(name, type));
  return riskOfFile({
    source: { duck, relation: 'people', columns, fileName: 'people.csv' },
    qi: undefined,
    sensitive: [],
    person: undefined,
    k: undefined,
    ...options,
    findings,
  });
}

/** Thirty people with six rows each: who somebody is, in which town, of which age, and what was bought. */
const visits: TextRow[] = Array.from({ length: 180 }, (_, row) => {
  const who = row % 30;
  return [`n-${who * 7}`, ['Ghent', 'Porto', 'Graz'][who % 3]!, String(20 + (who % 5)), String(row * 3)];
});
const head = ['zz', 'town', 'age', 'amount'];

/** People per combination by plain maps. */
function peopleIn(rows: TextRow[], keys: number[]): { people: number; rows: number }[] {
  const groups = new Map<string, { who: Set<string>; rows: number }>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((at) => row[at]));
    const group = groups.get(key) ?? { who: new Set<string>(), rows: 0 };
    group.who.add(row[0] ?? '');
    group.rows += 1;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ who, rows: many }) => ({ people: who.size, rows: many }));
}

describe('the risk of a file', () => {
  it.each([
    ['a column that is known to be a customer number', { zz: 'customer_id' as const }],
    ['a column of any name that repeats in step with them', { zz: 'unknown' as const }],
  ])('is counted in the people of %s', async (_, types) => {
    const risk = await measure(head, visits, { qi: ['town', 'age'], types, k: 3 });
    const plain = peopleIn(visits, [1, 2]);
    expect([risk.k, risk.counts]).toEqual([Math.min(...plain.map(({ people }) => people)), 'people']);
    expect(risk.below?.rows).toBe(plain.filter(({ people }) => people < 3).reduce((sum, { rows }) => sum + rows, 0));
    expect(risk.columns?.find(({ use }) => use === 'person')).toMatchObject({
      name: 'zz',
      why: expect.stringContaining('30') as string,
    });
  });

  it('is counted in rows where that is asked, and where nothing repeats in step', async () => {
    expect(await measure(head, visits, { qi: ['town', 'age'], person: 'none' })).toMatchObject({
      k: 12,
      counts: 'rows',
    });
    const shuffled = visits.map(([who, , , amount], row): TextRow => [
      who!,
      ['Ghent', 'Porto', 'Graz'][(row * row + (row >> 3)) % 3]!,
      String(20 + (row % 7)),
      amount!,
    ]);
    expect((await measure(head, shuffled, { qi: ['town', 'age'] })).counts).toBe('rows');
  });

  it('takes no town for a person: hundreds of rows share one', async () => {
    const rows = Array.from({ length: 3000 }, (_, row): TextRow => [
      `shop ${row % 10}`,
      `town ${row % 10}`,
      `region ${(row % 10) >> 1}`,
    ]);
    expect((await measure(['shop', 'town', 'region'], rows, { qi: ['town', 'region'] })).counts).toBe('rows');
  });

  it('knows rows that were suppressed before: they are no class of look-alikes', async () => {
    const rows: TextRow[] = [
      ['a', 'x'],
      ['a', 'x'],
      ['b', '*'],
      ...Array.from({ length: 7 }, (): TextRow => ['*', '*']),
    ];
    const risk = await measure(['p', 'q'], rows, { qi: ['p', 'q'], k: 2 });
    expect(risk).toMatchObject({
      rows: 10,
      suppressedRows: 7,
      classes: 2,
      k: 1,
      unique: { rows: 1, share: 1 / 3 },
      below: { rows: 1, share: 1 / 3, classes: 1 },
    });
  });

  it('does not take a missing value for a further one that keeps a class varied', async () => {
    const rows: TextRow[] = [
      ['a', 'flu'],
      ['a', null],
      ['a', ' '],
      ['b', 'flu'],
      ['b', 'cold'],
      ['c', null],
      ['c', '*'],
    ];
    expect((await measure(['p', 'ill'], rows, { qi: ['p'], sensitive: ['ill'] })).l['ill']).toEqual({
      distinct: 1,
      entropy: 1,
    });
  });

  it('says that a column was named twice, and refuses none', async () => {
    const risk = await measure(head, visits, { qi: ['town', 'town'] });
    expect([risk.qi, risk.notes]).toEqual([['town'], [expect.stringContaining('town')]]);
    await expect(measure(head, visits, { qi: [] })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  });
});

describe('the check of a file', () => {
  it('counts people with and without named columns, and says so', async () => {
    const types = { zz: 'customer_id' as const, town: 'city' as const, age: 'age' as const };
    for (const qi of [['town', 'age'], undefined]) {
      const check = await measure(head, visits, { qi, types });
      const plain = qi === undefined ? peopleIn(visits, [0, 1, 2]) : peopleIn(visits, [1, 2]);
      const alone = plain.filter(({ people }) => people === 1).length;
      expect([check.k, check.counts]).toEqual([Math.min(...plain.map(({ people }) => people)), 'people']);
      expect(check.alone).toEqual({ people: alone, of: 30, share: alone / 30 });
      expect(check.warnings[0]).toMatch(/^People are counted by “zz”, not rows.*30 people/);
    }
  });

  it('measures what somebody knows set by set, and is silent of a set that has no column', async () => {
    const types = { town: 'city' as const, age: 'age' as const, amount: 'purchase_amount' as const };
    const { knowledge } = await measure(head, visits, { person: 'none', types });
    const of = (id: string) => knowledge.find((set) => set.id === id);
    const finds = (keys: number[]): number =>
      peopleIn(
        visits.map((row, at) => [String(at), ...row.slice(1)]),
        keys,
      ).length / 180;
    expect(of('neighbour')).toEqual({
      id: 'neighbour',
      columns: ['town', 'age'],
      found: { alone: 0, of: 180, share: expect.closeTo(finds([1, 2]), 12) },
    });
    expect(of('shop-system')?.found?.share).toBeCloseTo(finds([1, 2, 3]), 12);
    expect((await measure(head, visits, { knowledge: ['web-analytics'], types: { age: 'age' } })).knowledge).toEqual([
      { id: 'web-analytics', columns: [], found: null },
    ]);
    await expect(measure(head, visits, { knowledge: ['witch'] })).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('knows how many people the file was drawn from, or counts them in a file of everybody', async () => {
    const qi = ['town', 'age'];
    const unknown = await measure(head, visits, { qi, person: 'none' });
    expect([unknown.population, unknown.individual, unknown.journalist.basis]).toEqual([null, null, 'file']);
    const numbered = await measure(head, visits, { qi, person: 'none', population: { people: 1800 } });
    expect(numbered.population).toMatchObject({ size: 1800, fraction: 0.1, dankar: { estimate: 0, by: 'none' } });
    expect(numbered.individual?.highest).toBe(numbered.journalist.max);
    await expect(measure(head, visits, { qi, person: 'none', population: { people: 179 } })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
    });
    // Everybody: the same people, three times the rows in Ghent.
    const all = [
      ...visits,
      ...visits.filter(([, town]) => town === 'Ghent'),
      ...visits.filter(([, town]) => town === 'Ghent'),
    ];
    await tableOf(
      duck,
      'everybody',
      3,
      all.map(([who, town, age]) => [age!, who!, town!]),
    );
    const columns = ['age', 'zz', 'town'].map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
    const table = { duck, relation: 'everybody', columns, fileName: 'all.csv', rows: all.length };
    const counted = await measure(head, visits, { qi, person: 'none', population: { table } });
    expect(counted.journalist).toMatchObject({ max: 1 / 12, basis: 'population-file' });
    // 60 rows of classes of 36, 120 of classes of 12.
    expect(counted.marketer.average).toBeCloseTo((60 / 36 + 120 / 12) / 180, 12);
    // In people: everybody is in it, so nobody of the population is missing from the file.
    const people = await measure(head, visits, { qi, types: { zz: 'customer_id' }, population: { table } });
    expect([people.counts, people.population?.size, people.journalist.max]).toEqual([
      'people',
      30,
      people.prosecutor.max,
    ]);
    await expect(
      measure(head, visits, { qi, population: { table: { ...table, columns: columns.slice(0, 2) } } }),
    ).rejects.toMatchObject({ code: 'COLUMN_UNKNOWN' });
  });

  it('says what cannot be relied on, and what to do', async () => {
    const rows: TextRow[] = Array.from({ length: 40 }, (_, at) => [at < 20 ? 'p' : `p${at}`, `t${at % 4}`, 'same']);
    const check = await measure(['id', 'town', 'ill'], rows, {
      qi: ['town'],
      sensitive: ['ill'],
      person: 'id',
      k: 1000,
    });
    expect(check.warnings).toEqual([
      expect.stringContaining('People are counted'),
      expect.stringMatching(/^k 1,000 is more than the/),
      expect.stringMatching(/^“ill” is to be protected and has one value/),
      expect.stringMatching(/^One person has 20 of 40 rows/),
    ]);
    const none = await measure(['id', 'town', 'ill'], rows, { person: 'none' });
    expect(none.warnings[0]).toMatch(/^No column is counted/);
  });

  it('measures a protected column over the classes of the others', async () => {
    const rows: TextRow[] = [
      ['a', 'flu'],
      ['a', 'cold'],
      ['b', 'flu'],
      ['b', 'flu'],
    ];
    const { l, t } = await measure(['p', 'ill'], rows, { qi: ['p', 'ill'], sensitive: ['ill'] });
    expect([l['ill'], t['ill']]).toEqual([{ distinct: 1, entropy: 1 }, 0.25]);
  });
});
