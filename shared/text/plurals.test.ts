import { expect, it } from 'vitest';
import { guardCommandText } from './cli/guard.ts';
import { purposesText } from './cli/purposes.ts';
import { jsonText } from './engine/json.ts';
import { recommendText } from './engine/recommend.ts';
import { undoing } from './guardrails/undoing.ts';
import { registerCheckText } from './journal.ts';
import { operationsText } from './operations.ts';
import { columnText } from './window/column.ts';
import { releaseText } from './window/release.ts';
import { riskText } from './window/risk.ts';

it('speaks of one thing as of one, wherever there may be one', () => {
  const said = [
    operationsText['zip-prefix'].describe(['zip'], 1),
    operationsText['mask-characters'].describe(['name'], 1, 1),
    operationsText['map-categories'].describe(['town'], 1, 1),
    operationsText['coordinate-grid'].describe(['lat'], 1),
    purposesText.days(1),
    guardCommandText.byRecipe('a.csv', 'anonymised', 1, 1),
    jsonText.firstUnreadable('a.json', 1, 1, 'It is none.'),
    recommendText.sharedTogether(1),
    undoing({ by: 'trying', column: 'ip', values: 1, perSecond: 1, seconds: 1, tried: 1, sample: 1, undone: 1 }),
    registerCheckText.head.contradicted(2, 1),
    registerCheckText.proof.notContinued(1),
    columnText.lengthOf(1, 1),
    columnText.histogramLabel('1', '2', 1),
    releaseText.fits(1, 1),
    releaseText.ofRows(1, 1),
    riskText.headline.before(1, 2, 1, 'rows'),
    riskText.headline.after(1, 2, 1, 2, 1),
    riskText.worst.after(1, 3),
  ];
  for (const sentence of said) {
    expect(sentence).toMatch(/\b1\b|\bfirst record\b/);
    expect(sentence).not.toMatch(
      /\b1 (?:characters|values|degrees|days|rows|records|people|entries|seconds)\b|\b1(?: of 1 row)? are\b/,
    );
  }
});
