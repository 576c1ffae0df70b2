import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { facts as kinds, factIds, type FactAnswers, type FactId } from '#shared/facts/index.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import { finding } from '#test/support/finding.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { keys, recipeOf } from '#test/engine/release/release-fixture.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const columns = [
  { name: 'age', type: 'age' },
  { name: 'agreed', type: 'consent_status', flags: ['consent'] },
  { name: 'cookie', type: 'cookie_id', flags: ['online_identifier'] },
  { name: 'device', type: 'advertising_id', flags: ['online_identifier'] },
  { name: 'seen', type: 'timestamp', flags: ['timestamp'] },
] as const satisfies { name: string; type: SemanticTypeId; flags?: Finding['flags'] }[];
const rows = [
  ['17', 'yes', 'c1', 'd1', '2026-11-01'],
  ['', 'yes', 'c2', 'd2', '2026-11-01'],
  ['30', 'no', 'c3', 'd3', '2026-11-01'],
  ['31', 'yes', 'c4', 'd4', '2026-01-01'],
  ['32', 'yes', 'c5', 'd5', '2026-07-01'],
  ['33', 'yes', 'c6', 'd6', '2026-11-01'],
];

/** What is found of a release of the rows above, without the columns that are named; and every statement it took. */
async function found(
  release: ReleaseKind,
  { needed = factIds, without = [] }: { needed?: readonly FactId[]; without?: string[] } = {},
): Promise<{ answers: FactAnswers; excluded: { why: string; rows: number }[]; statements: string[] }> {
  const used = columns.filter(({ name }) => !without.includes(name));
  const cells = rows.map((row) => row.filter((_, at) => used.includes(columns[at]!)));
  await tableOf(duck, 'people', used.length, cells);
  const findings = used.map((column) =>
    finding(column.name, column.type, { flags: 'flags' in column ? [...column.flags] : [] }),
  );
  const recipe = recipeOf([], { release, target: { k: 1, suppression: 1 }, columns: used.map(({ name }) => name) });
  const transformed = await transformRows({
    source: {
      duck,
      relation: 'people',
      columns: used.map(({ name }, at) => ({ name, physical: `c${at + 1}`, header: name })),
    },
    recipe,
    purpose: { ...findPurpose('P2')!, lawfulBases: [{ basis: 'consent', why: 'Asked at the till.' }] },
    facts: needed,
    findings,
    keys,
    referenceDate: '2026-11-23',
    overrides: [],
    spreadsheet: false,
    emptyIsNull: true,
  });
  const statements: string[] = [];
  const { duck: own } = transformed;
  const listening: Duck = Object.create(own, {
    query: {
      value: (sql: string) => {
        statements.push(sql);
        return own.query(sql);
      },
    },
  });
  try {
    const { facts: answers, excluded } = await measureOutput({ ...transformed, duck: listening }, { recipe, findings });
    return { answers, excluded, statements };
  } finally {
    await transformed.close();
  }
}

describe('facts about the rows of a release', () => {
  it('count what was left out, one reason after the other, and what is past its days among the rest', async () => {
    const { answers, excluded } = await found('targeting');
    expect(answers).toMatchObject({
      minors: { value: { underAge: 1, unknownAge: 1 } },
      consent: { value: { columns: ['agreed'], leftOut: 1 } },
      'past-limit': {
        value: [
          { type: 'cookie_id', column: 'cookie', days: 90, rows: 2, undated: 0, left: 1 },
          { type: 'advertising_id', column: 'device', days: 180, rows: 1, undated: 0, left: 2 },
        ],
      },
      'nearly-unique': { state: 'not-asked' },
    });
    expect(excluded.map((reason) => reason.rows)).toEqual([1, 1, 1]);
  });

  it('are of the kind that their schema says', async () => {
    for (const release of ['targeting', 'pseudonymised', 'anonymised'] as const) {
      const { answers } = await found(release);
      for (const { id, value } of kinds) {
        const answer = answers[id];
        if (answer.state === 'told') expect(value.parse(answer.value)).toEqual(answer.value);
      }
    }
  });

  it('tell apart what nobody asked and what no column tells', async () => {
    const { answers } = await found('targeting', { without: ['age', 'agreed', 'seen'] });
    expect([answers.minors, answers.consent, answers['past-limit']].map(({ state }) => state)).toEqual([
      'not-told',
      'not-told',
      'not-told',
    ]);
    const { answers: other } = await found('anonymised', { without: ['age', 'agreed', 'seen'] });
    expect([other.minors, other.consent, other['past-limit']].map(({ state }) => state)).toEqual([
      'not-asked',
      'not-asked',
      'not-asked',
    ]);
    expect(other['nearly-unique']).toEqual({ state: 'told', value: [] });
  });

  it('are not computed where no guardrail needs them, but for those that decide what leaves', async () => {
    const { answers, excluded, statements } = await found('targeting', { needed: [] });
    expect([answers['exact-values'].state, answers['written-values'].state]).toEqual(['not-asked', 'not-asked']);
    expect([answers.minors.state, answers['past-limit'].state]).toEqual(['told', 'told']);
    expect(excluded.map((reason) => reason.rows)).toEqual([1, 1, 1]);
    expect(statements.join('\n')).not.toMatch(/approx_count_distinct|regexp_matches/);
  });
});
