import { beforeAll, describe, expect, it } from 'vitest';
import { differenceRules } from '#shared/register/compare/difference.ts';
import { exampleUnreadable } from '#shared/register/rules/example-view.ts';
import { differencesText } from '#shared/text/register/differences.ts';
import { cases } from './cases/index.ts';
import { figures, runCase, type CaseResult } from './run-suite.ts';

let results: CaseResult[] = [];
beforeAll(async () => {
  results = await Promise.all(cases.map((each) => runCase(each)));
});

const many = (of: (result: CaseResult) => readonly unknown[]): number =>
  results.reduce((sum, result) => sum + of(result).length, 0);

describe('declared against observed, on invented tables', () => {
  it('is asked at least 60 differences and 40 look-alikes, of every rule', () => {
    expect(cases.flatMap(({ planted }) => planted).length).toBeGreaterThanOrEqual(60);
    expect(cases.flatMap(({ lookAlikes = [] }) => lookAlikes).length).toBeGreaterThanOrEqual(40);
    const rows = figures(cases, results);
    expect(rows.filter(({ planted, lookAlikes }) => planted === 0 || lookAlikes === 0)).toEqual([]);
    expect(rows.map(({ rule }) => rule)).toEqual([...differenceRules]);
  });

  it('finds 98 of 100 planted differences', () => {
    const missed = results.flatMap(({ title, missed: of }) => of.map((one) => `${title}: ${one.join(' ')}`));
    expect(
      many(({ found }) => found) / many(({ found, missed: of }) => [...found, ...of]),
      missed.join('\n'),
    ).toBeGreaterThanOrEqual(0.98);
  });

  it('takes at most 2 of 100 look-alikes for a difference', () => {
    const wrong = results.flatMap(({ title, falseAlarms }) => falseAlarms.map(({ id }) => `${title}: ${id}`));
    const alike = cases.flatMap(({ lookAlikes = [] }) => lookAlikes).length;
    expect(wrong.length / alike, wrong.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('says of no dataset that it is undeclared, or judged in full, beside an activity that cannot be read', async () => {
    const undeclared = results.filter(({ comparison }) =>
      comparison.differences.some(({ rule }) => rule === 'dataset-undeclared'),
    );
    expect(undeclared.length).toBeGreaterThan(0);
    for (const { title, comparison: whole } of results.filter(({ comparison }) => comparison.compared > 0)) {
      const each = cases.find((one) => one.title === title)!;
      const { comparison } = await runCase(each, [exampleUnreadable('activity', 'pa-99')]);
      expect(comparison.differences, title).toEqual(
        whole.differences.filter(({ rule }) => rule !== 'dataset-undeclared'),
      );
      const told = comparison.notJudged.filter(({ what }) => what === 'records-unreadable');
      expect(told.map(differencesText.notJudged), title).toEqual([expect.stringContaining('“PA-99”')]);
    }
  });

  it('calls clean only what was judged: what nobody can tell is named', () => {
    const missedButNamed = results.filter(
      ({ missed, comparison }) => missed.length > 0 && comparison.notJudged.length === 0,
    );
    expect(missedButNamed.map(({ title }) => title)).toEqual([]);
    const of = (title: string) => results.find((result) => result.title === title)?.comparison;
    expect(of('A release from before recipients were named')?.notJudged).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ what: 'recipient-not-named' })]) as unknown[],
    );
    expect(of('A recipient whose country nobody stated')?.notJudged.map(({ what }) => what)).toContain(
      'country-not-stated',
    );
    expect(of('Imported today, without any date')?.notJudged.map(({ what }) => what)).toContain('period-without-date');
    for (const [title, column] of [
      ['Running races', 'race'],
      ['Parties that are celebrated', 'party'],
    ] as const)
      expect(of(title)?.notJudged).toContainEqual(expect.objectContaining({ why: 'named-only', columns: [column] }));
    expect(of('Club: who is a minor')?.notJudged).toContainEqual(
      expect.objectContaining({ what: 'columns', why: 'doubtful', columns: ['sport'] }),
    );
  });

  it('advises to name a transfer to an adequate country, and says by which decision', () => {
    const swiss = results.find(({ title }) => title === 'To CH, found adequate')?.comparison;
    expect(swiss?.differences).toEqual([]);
    expect(swiss?.advice).toMatchObject([{ country: 'CH', source: expect.stringContaining('2000/518') as string }]);
  });

  it('tells what a draft proposes already from what nobody has written', () => {
    const proposed = (title: string) =>
      results.find((result) => result.title === title)?.comparison.differences.map((one) => one.proposed);
    expect(proposed('A draft that only the log speaks in')).toEqual([true]);
    expect(proposed('No activity')).toEqual([false]);
    expect(proposed('The draft has it from the log, and nobody took it over')).toEqual([true]);
  });
});
