import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { cleanAlikes, plantedViolations } from './cases/index.ts';
import { judgedRules, type CleanAlike, type Planted } from './planted-case.ts';
import { blocking, confusion, isFound, judged, type Outcome } from './run-planted.ts';

let made: TestEngine;
const planted: Outcome<Planted>[] = [];
const clean: Outcome<CleanAlike>[] = [];

beforeAll(async () => {
  made = makeEngine();
  let at = 0;
  for (const one of plantedViolations) planted.push({ one, findings: await judged(made, one, at++) });
  for (const one of cleanAlikes) clean.push({ one, findings: await judged(made, one, at++) });
}, 3_600_000);
afterAll(() => made.close());

describe('datasets that each break one rule, and datasets that only look so', () => {
  it('are 150 of each, and some of each for every rule that is judged', () => {
    const titles = [...plantedViolations, ...cleanAlikes].map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    expect(plantedViolations.length).toBeGreaterThanOrEqual(150);
    expect(cleanAlikes.length).toBeGreaterThanOrEqual(150);
    for (const rule of judgedRules) {
      expect(
        plantedViolations.some(({ breaks }) => breaks === rule),
        rule,
      ).toBe(true);
      expect(
        cleanAlikes.some(({ alike }) => alike === rule),
        rule,
      ).toBe(true);
    }
  });

  it('every violation is found by the rule that it breaks', () => {
    console.table(confusion(planted, clean));
    const missed = planted
      .filter((outcome) => !isFound(outcome))
      .map(({ one, findings }) => {
        const answer = findings.find(({ id }) => id === one.breaks);
        return `${one.breaks} ${one.title}: ${answer?.verdict} ${answer?.reason?.code}`;
      });
    expect(missed).toEqual([]);
  });

  it('at most 3 of 100 look-alikes are blocked, by whatever rule', () => {
    const blocked = clean.flatMap(({ one, findings }) => {
      const rules = blocking(findings);
      const columns = findings.filter(({ verdict }) => verdict === 'block').flatMap((finding) => finding.columns);
      return rules.length === 0 ? [] : [`${one.alike} ${one.title}: ${rules.join(' ')} (${columns.join(', ')})`];
    });
    expect(blocked.length / clean.length, blocked.join('\n')).toBeLessThanOrEqual(0.03);
  });
});
