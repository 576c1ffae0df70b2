import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPurpose } from '#shared/purposes/index.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { recommendRecipe } from '#engine/recommend/recommend-recipe.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { checks, withoutClaim } from './guardrails/checks.ts';
import { chance, judge, ledgerBy, ofPeople, today, type Case } from './guardrails/people.ts';
import { examples, kinds, sentencesOf } from './guardrails/sentences.ts';
import { recipeOf, step, testFolders } from './release-fixture.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const seen = new Set<string>();
function untrue(name: string, made: Case): string[] {
  const wrong: string[] = [];
  for (const answer of made.answers)
    for (const said of [answer.message, answer.evidence]) {
      const found = sentencesOf(said);
      if (found === null) wrong.push(`${name}, ${answer.id}: no kind: ${said}`);
      for (const each of found ?? []) {
        seen.add(each.kind);
        try {
          checks[each.kind]?.(made, answer, each.said);
        } catch (error) {
          wrong.push(`${name}, ${answer.id}: ${said}: ${String((error as Error).message).slice(0, 400)}`);
        }
      }
    }
  return wrong;
}

const bands = step('age-bands', { columns: ['Age'], from: 'age', edges: [18, 40] });
const hidden = step('drop-columns', {
  columns: ['Mail', 'Comment', 'Order', 'Plan', 'Pass', 'Born', 'Lat', 'Seen', 'cookie', 'Key'],
});
const plainOnes = ['Mail', 'Born', 'Pass', 'Order', 'Plan', 'Comment'];
const p2 = findPurpose('P2')!;
const lists = [...plainOnes, 'Faith', 'Ill', 'Lat', 'Seen', 'cookie', 'Churn', 'Agreed', 'Key', 'Age'];
const targeting = { release: 'targeting', target: { k: 1, suppression: 1 } } as const;
/** A faith's letter, right for a share of the people. */
const faithIn =
  (share: number, salt = 41) =>
  (row: number): string =>
    chance(row, 7) < 0.5 === chance(row, salt) < share ? 'a' : 'b';
const cases: Record<string, () => Promise<Case>> = {
  'everything as it is': () =>
    ofPeople(duck, recipeOf([], { release: 'pseudonymised', target: { k: 5, suppression: 1 } }), {
      unconfirmed: ['City', 'Paid'],
    }),
  'plain but for the password': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: ['Pass'] })], {
        release: 'pseudonymised',
        target: { k: 5, suppression: 1 },
      }),
      { workspace: false },
    ),
  'online identifiers alone': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: plainOnes })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
    ),
  'sentences alone': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: [...plainOnes.filter((name) => name !== 'Plan'), 'cookie'] })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
    ),
  'keyed hashes': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          step('keyed-hash', { columns: ['Key', 'Mail', 'cookie'] }),
          step('drop-columns', { columns: plainOnes.filter((name) => name !== 'Mail') }),
          bands,
          step('numeric-bins', { columns: ['Spent'], mode: 'edges', edges: [1000, 2500] }),
          step('suppress-small-classes', { columns: ['Age', 'City'] }),
        ],
        { release: 'pseudonymised', target: { k: 30, suppression: 1 } },
      ),
    ),
  'a list for a platform': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          step('platform-hash', { columns: ['Mail'], platform: 'google', field: 'email' }),
          step('drop-columns', { columns: [...plainOnes.filter((name) => name !== 'Mail'), 'cookie'] }),
        ],
        { release: 'targeting', target: { k: 1, suppression: 1 } },
      ),
    ),
  'a list without what it may not hold': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          step('drop-columns', {
            columns: [...plainOnes, 'Faith', 'Ill', 'Lat', 'Seen', 'cookie', 'Churn', 'Agreed', 'Key'],
          }),
          bands,
        ],
        { release: 'targeting', target: { k: 1, suppression: 1 } },
      ),
    ),
  'a list whose columns have nothing to do with what it may not hold': () =>
    ofPeople(duck, recipeOf([step('drop-columns', { columns: lists })], targeting)),
  'a list of where people were born': () =>
    ofPeople(
      duck,
      recipeOf(
        [step('drop-columns', { columns: lists.filter((name) => name !== 'Faith' && name !== 'Ill') })],
        targeting,
      ),
      { without: ['Faith', 'Ill'], as: { City: 'place_of_birth' } },
    ),
  'a list that a faith can be told by': () =>
    ofPeople(duck, recipeOf([step('drop-columns', { columns: lists })], targeting), {
      instead: { City: faithIn(0.95) },
    }),
  'a list that hints at a faith three times': () =>
    ofPeople(duck, recipeOf([step('drop-columns', { columns: lists })], targeting), {
      instead: { City: faithIn(0.71, 41), Paid: faithIn(0.71, 42), Spent: faithIn(0.71, 43) },
    }),
  'a list that hints at a faith once': () =>
    ofPeople(duck, recipeOf([step('drop-columns', { columns: lists })], targeting), {
      instead: { City: faithIn(0.76) },
      rows: 2000,
    }),
  'a list of what the program says is needed': () =>
    ofPeople(
      duck,
      recipeOf(
        [step('drop-columns', { columns: [...lists.filter((name) => name !== 'Age'), 'Paid', 'City'] }), bands],
        targeting,
      ),
    ),
  'a list of so few that nothing can be told': () =>
    ofPeople(duck, recipeOf([step('drop-columns', { columns: lists })], targeting), { rows: 30 }),
  'a list from a source without what it may not hold': () =>
    ofPeople(
      duck,
      recipeOf(
        [step('drop-columns', { columns: lists.filter((name) => !['Faith', 'Ill'].includes(name)) })],
        targeting,
      ),
      { without: ['Faith', 'Ill'] },
    ),
  'a list in a workspace that bars more': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          step('drop-columns', {
            columns: [...plainOnes, 'Faith', 'Ill', 'Lat', 'Seen', 'cookie', 'Churn', 'Agreed', 'Key'],
          }),
          bands,
        ],
        { release: 'targeting', target: { k: 1, suppression: 1 } },
      ),
      { overrides: [{ key: 'bars-targeting.financial', value: 1, reason: 'house rule', by: 'Ada', at: '2026-11-01' }] },
    ),
  'rows of people whose consent the ledger has': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: [...plainOnes, 'cookie', 'Seen'] })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
      { without: ['Agreed'], ledger: ledgerBy('Key') },
    ),
  'rows of people whom the ledger knows by no column': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: [...plainOnes, 'cookie', 'Seen'] })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
      { without: ['Agreed'], ledger: ledgerBy(null) },
    ),
  'a list of adults': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          step('drop-columns', {
            columns: [...plainOnes, 'Faith', 'Ill', 'Lat', 'cookie', 'Churn', 'Agreed', 'City', 'Spent', 'Paid'],
          }),
          step('keyed-hash', { columns: ['Key'] }),
          bands,
          step('truncate-date', { columns: ['Seen'], to: 'month' }),
        ],
        { release: 'targeting', target: { k: 1, suppression: 1 } },
      ),
      {
        only: (cells) =>
          Number(cells.get('Age')) >= 18 && (cells.get('Born') ?? '2020') < '2008' && cells.get('Agreed') === 'yes',
        purpose: {
          ...p2,
          preset: false,
          dataNeeded: [
            ...p2.dataNeeded,
            { types: ['engagement_timestamp'], detail: 'Month', why: 'To leave out who left.' },
          ],
        },
      },
    ),
  'a list of adults for another purpose': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          step('drop-columns', {
            columns: ['Mail', 'Comment', 'Order', 'Plan', 'Pass', 'Lat', 'Seen', 'cookie'].filter(
              (name) => !['Plan'].includes(name),
            ),
          }),
        ],
        { release: 'targeting', target: { k: 1, suppression: 1 } },
      ),
      {
        purpose: { ...p2, targeting: false, retentionDays: null, customerBenefit: ' ' },
        without: ['Born', 'Age', 'Agreed', 'Plan'],
      },
    ),
  'no purpose': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: [...plainOnes, 'Lat', 'Seen', 'cookie'] })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
      { purpose: null },
    ),
  'a purpose without reasons': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: plainOnes })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
      {
        purpose: {
          ...p2,
          lawfulBases: [
            { basis: 'contract', why: ' ' },
            { basis: 'consent', why: 'Asked.' },
          ],
          retentionWhy: '',
        },
        without: ['Agreed'],
      },
    ),
  'an anonymised file with all that it may not hold': () =>
    ofPeople(
      duck,
      recipeOf([step('keyed-hash', { columns: ['Key'] }), step('drop-columns', { columns: ['Pass'] })], {
        target: { k: 5, suppression: 1 },
      }),
    ),
  'an anonymised file of few columns': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          hidden,
          bands,
          step('drop-columns', { columns: ['Faith', 'Ill', 'Agreed', 'Churn', 'Spent'] }),
          step('suppress-small-classes', { columns: ['Age', 'City', 'Paid'] }),
        ],
        { target: { k: 5, suppression: 1 } },
      ),
    ),
  'an anonymised file that protects what nearly tells rows apart': () =>
    ofPeople(
      duck,
      recipeOf([hidden, step('drop-columns', { columns: ['Age', 'Faith', 'Ill', 'Agreed', 'Churn'] })], {
        target: { k: 5, suppression: 1 },
        protect: ['Spent'],
      }),
      { only: (cells) => cells.get('Spent') !== 'n/a' },
    ),
  'three people': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          hidden,
          step('drop-columns', { columns: ['Age', 'Faith', 'Ill', 'Agreed', 'Churn', 'Spent', 'City'] }),
          step('redact', { columns: ['Paid'] }),
        ],
        { target: { k: 5, suppression: 1 } },
      ),
      { rows: 3 },
    ),
  'nobody left': () =>
    ofPeople(
      duck,
      recipeOf([hidden, step('suppress-small-classes', { columns: ['Age', 'City'] })], {
        target: { k: 390, suppression: 1 },
      }),
    ),
  'everything redacted': () =>
    ofPeople(
      duck,
      recipeOf(
        [
          hidden,
          step('drop-columns', { columns: ['Age', 'Faith', 'Ill', 'Agreed', 'Churn', 'Spent', 'City'] }),
          step('redact', { columns: ['Paid'] }),
        ],
        { release: 'targeting', target: { k: 5, suppression: 1 } },
      ),
      { without: [] },
    ),
  'cookies that are young': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: plainOnes })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
      { only: (cells) => (cells.get('Seen') ?? '') > '2026-09-15' },
    ),
  'cookies without a date, under a contract': () =>
    ofPeople(
      duck,
      recipeOf([step('drop-columns', { columns: plainOnes })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 1 },
      }),
      { purpose: { ...p2, lawfulBases: [{ basis: 'contract', why: 'Part of it.' }] }, without: ['Seen'] },
    ),
};

describe('what guardrails say', () => {
  it('is each computed again, or claims nothing of rows', () => {
    expect(
      kinds
        .map(([kind]) => kind)
        .filter((kind) => checks[kind] === undefined && !withoutClaim.includes(kind))
        .sort(),
    ).toEqual([]);
    expect(Object.keys(checks).filter((kind) => examples[kind] === undefined)).toEqual([]);
  });

  it.each(Object.keys(cases))('is true of %s', async (name) => expect(untrue(name, await cases[name]!())).toEqual([]));

  it('was each said of one of these', () => {
    const patterns = new Set(kinds.filter(([kind]) => seen.has(kind)).map(([, pattern]) => pattern.source));
    const never = kinds
      .filter(([kind, pattern]) => !withoutClaim.includes(kind) && !patterns.has(pattern.source))
      .map(([kind]) => kind);
    expect(never.sort()).toEqual([]);
  });
});

const bench = join(import.meta.dirname, '../../../../shared/bench/columns/data');
describe('what guardrails say of real tables', () => {
  const files = existsSync(bench)
    ? readdirSync(bench)
        .filter((file) => file.endsWith('.csv') && !file.includes('nohdr'))
        .filter((_, at) => at % 6 === 0)
    : ['no tables'];
  it.for(files)('is true of %s', async (file, { skip }) => {
    skip(!existsSync(bench), 'the shared column benchmark does not lie beside this checkout');
    const folders = testFolders();
    const source = await openSource(join(bench, file), { directory: folders.work });
    try {
      const { columns: findings } = await classifyRelation(source.duck, source.relation, source.columns, {
        layout: source.options.layout,
        rows: source.rows,
        policy: 'customer-tracking',
        findingsOnly: true,
        today,
      });
      const profiles = await profileColumns(source.duck, source.relation, source.columns, {});
      for (const release of ['pseudonymised', 'targeting', 'anonymised'] as const) {
        const recommended = await recommendRecipe({
          duck: source.duck,
          relation: source.relation,
          columns: source.columns,
          findings,
          profiles,
          purpose: p2,
          release,
          k: 5,
          suppression: 0.05,
          referenceDate: today,
          overrides: [],
        }).catch(() => null);
        for (const recipe of [
          recommended,
          recipeOf([], {
            release,
            target: { k: 5, suppression: 1 },
            columns: source.columns.map(({ name }) => name),
          }),
        ])
          if (recipe !== null)
            expect(
              untrue(
                `${file} ${release}`,
                await judge(source.duck, source.relation, { columns: source.columns, findings, recipe, purpose: p2 }),
              ),
            ).toEqual([]);
      }
    } finally {
      await source.close();
      folders.remove();
    }
  });
});
