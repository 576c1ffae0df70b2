import { expect, it } from 'vitest';
import { guardrailsText as text } from './guardrails.ts';

it('speaks of one thing as of one', () => {
  const said = [
    text.g1.noReason.evidence(1, 1),
    text.g1.special.evidence(1),
    text.g3.spare.evidence(1),
    text.g3.passEvidence(1),
    text.g4.unread.message(1, ['a']),
    text.g4.unread.evidence([{ step: 0, rows: 1 }]),
    text.g5.pass('x', 1),
    text.g6.secret.evidence(1),
    text.g6.evidence(['a'], 1, 5),
    text.g7.unconfirmed.evidence(1),
    text.e1.evidence(1),
    text.e2.unchecked.evidence(1),
    text.e3.anonymised.evidence(1, 1),
    text.e3.plain.evidence(1),
    text.e3.online.evidence(1),
    text.e4.evidence(1),
    text.e6.evidence(1),
    text.e7.leftOut(18, 1, 1),
    text.e8.evidence([{ column: 'a', rows: 1, days: 1 }]),
  ];
  for (const sentence of said)
    expect(sentence).not.toMatch(
      /\b1 (?:[\w-]+ )?(?:columns|rows|values|days|kinds|bases|hashes|classifications|quasi-identifiers)\b|\b(?:are|come|keep|have|their|they)\b/,
    );
});

it('speaks of many as of many, and groups large numbers', () => {
  expect(text.e3.anonymised.evidence(2, 3)).toBe('2 output columns are hashes, 3 are as they were.');
  expect(text.g4.unread.message(12_000, ['born', 'paid'])).toBe(
    '12,000 values of “born”, “paid” of the source could not be read: the recipe makes them empty.',
  );
});
