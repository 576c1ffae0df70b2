import { expect, it } from 'vitest';
import { e1Text } from './e1-granular-tracking.ts';
import { e2Text } from './e2-consent.ts';
import { e3Text } from './e3-plain-identifiers.ts';
import { e4Text } from './e4-origin-and-belief.ts';
import { e6Text } from './e6-bias.ts';
import { e7Text } from './e7-minors.ts';
import { e8Text } from './e8-time-to-keep.ts';
import { g1Text } from './g1-lawfulness.ts';
import { g3Text } from './g3-data-minimisation.ts';
import { g4Text } from './g4-accuracy.ts';
import { g5Text } from './g5-storage-limitation.ts';
import { g6Text } from './g6-confidentiality.ts';
import { g7Text } from './g7-accountability.ts';

const one = { columns: ['a'] };

it('speaks of one thing as of one', () => {
  const said = [
    g1Text.reasons['basis-without-reason']({ purpose: 'x', without: 1, bases: 1 }).evidence,
    g1Text.reasons['special-categories'](one).evidence,
    g3Text.reasons['not-needed']({ purpose: 'x', ...one }).evidence,
    g3Text.reasons['all-needed']({ needed: 1 }).evidence,
    g4Text.reasons['not-read']({ ...one, values: 1, steps: [] }).message,
    g4Text.reasons['not-read']({ ...one, values: 1, steps: [{ step: 0, rows: 1 }] }).evidence,
    g5Text.reasons.decided({ purpose: 'x', days: 1 }).message,
    g6Text.reasons.credentials(one).evidence,
    g6Text.reasons['classes-reach-target']({ k: 1, targetK: 5, countsPeople: false, counted: ['a'] }).evidence,
    g7Text.reasons.unconfirmed(one).evidence,
    e1Text.reasons['exact-in-output'](one).evidence,
    e2Text.reasons['consent-not-checked'](one).evidence,
    e3Text.reasons['left-in-anonymised']({ byType: ['a', 'b'], hashed: 1, kept: 1, byValue: [], sentences: [] })
      .evidence,
    e3Text.reasons['in-plain-text']({ byType: ['a'], byValue: [] }).evidence,
    e3Text.reasons['online-in-plain-text'](one).evidence,
    e4Text.reasons['in-targeting']({ ...one, byLaw: ['a'], byWorkspace: [] }).evidence,
    e6Text.reasons['score-not-audited'](one).evidence,
    e7Text.reasons['minors-left-out']({ age: 18, underAge: 1, unknownAge: 1 }).evidence,
    e8Text.reasons['past-limit']({ ...one, past: [{ column: 'a', rows: 1, undated: 1, days: 1 }] }).evidence,
  ];
  for (const sentence of said)
    expect(sentence).not.toMatch(
      /\b1 (?:[\w-]+ )?(?:columns|rows|values|days|kinds|bases|hashes|classifications|quasi-identifiers)\b|\b(?:are|come|keep|have|their|they)\b/,
    );
});

it('speaks of many as of many, and groups large numbers', () => {
  const left = { byType: ['a'], hashed: 2, kept: 3, byValue: [], sentences: [] };
  expect(e3Text.reasons['left-in-anonymised'](left).evidence).toBe('2 output columns are hashes, 3 are as they were.');
  expect(g4Text.reasons['not-read']({ columns: ['born', 'paid'], values: 12_000, steps: [] }).message).toBe(
    '12,000 values of “born”, “paid” of the source could not be read: the recipe makes them empty.',
  );
});

it('says what several parts found one after the other, and nothing of a part that found nothing', () => {
  const byValue = [{ column: 'order', kind: 'email' as const, rows: 40 }];
  expect(e3Text.reasons['in-plain-text']({ byType: [], byValue })).toEqual({
    message:
      'Identifiers would leave in plain text. Whatever the columns are called, their values are: “order” (e-mail ' +
      'addresses in 40 rows).',
    evidence: '1 output column was found by looking at every value.',
    fix: 'Use a keyed hash; for matching on a platform its own hash; or drop them.',
  });
  expect(e3Text.reasons['in-plain-text']({ byType: ['mail'], byValue }).message).toMatch(
    /^Identifiers would leave in plain text: “mail”\. Identifiers would leave in plain text\. Whatever/,
  );
});

it('says of each column how its hashes are undone, by what was measured', () => {
  const undone = [
    {
      by: 'trying',
      column: 'phone',
      values: 1e8,
      perSecond: 1_000_000,
      seconds: 100,
      tried: 500_000,
      sample: 100,
      undone: 1,
    },
    { by: 'list', column: 'email' },
  ] as const satisfies Parameters<(typeof e3Text.reasons)['hashes-without-key']>[0]['undone'];
  expect(e3Text.reasons['hashes-without-key']({ ...one, undone: [...undone] }).evidence).toBe(
    '“phone”: values like these are 100,000,000 in all. Measured here, one processor core tries 1,000,000 a second, ' +
      'all of them in about 2 minutes; graphics cards are thousands of times faster. With 500,000 tries just now, 1 of ' +
      '100 hashes was undone. “email”: whoever has a list of such values, for example of leaked addresses, can hash it ' +
      'and compare.',
  );
  expect(e3Text.reasons['hashes-without-key']({ ...one, undone: [] }).evidence).toBe('How fast was not measured.');
});
