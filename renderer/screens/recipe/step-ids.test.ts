import { expect, it } from 'vitest';
import { nextStepIds, type StepIds } from './step-ids.ts';

const drop = { op: 'drop-columns' };
const redact = { op: 'redact' };
const round = { op: 'round-number' };
const none: StepIds<{ op: string }> = { steps: [], ids: [], next: 0 };

it('a moved step takes its id along', () => {
  const first = nextStepIds(none, [drop, redact, round]);
  const [a, b, c] = first.ids;
  expect(nextStepIds(first, [round, drop, redact]).ids).toEqual([c, a, b]);
});

it('an edited step keeps its id, an added one gets a new one, and no id is given twice', () => {
  const first = nextStepIds(none, [drop, redact]);
  const edited = nextStepIds(first, [drop, { ...redact }]);
  expect(edited.ids).toEqual(first.ids);
  const added = nextStepIds(edited, [drop, { ...redact }, redact, drop]);
  expect(added.ids[0]).toBe(first.ids[0]);
  expect(new Set(added.ids).size).toBe(4);
});
