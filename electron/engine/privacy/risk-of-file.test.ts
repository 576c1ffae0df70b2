import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { Risk } from '#shared/domain/risk.ts';
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
): Promise<Risk> {
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
