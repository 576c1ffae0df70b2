import { because } from '#shared/domain/reason.ts';
import { g5Text } from '#shared/text/guardrails/g5-storage-limitation.ts';
import { guardrail, notStated, pass } from './guardrail.ts';
import { exampleInput } from './example-input.ts';

/** Storage limitation: the purpose says how long its data is kept, and why. */
export const g5 = guardrail({
  id: 'G5',
  ...g5Text,
  source: 'GDPR Art. 5(1)(e), recital 39',
  needs: [],
  judge({ purpose: stated }) {
    if (stated === null) return notStated(because('no-purpose'));
    const { title: purpose, retentionDays: days, retentionWhy } = stated;
    if (days === null) return notStated(because('undecided', { purpose }));
    if (retentionWhy.trim() === '') return notStated(because('days-without-reason', { purpose, days }));
    return pass(because('decided', { purpose, days }));
  },
  examples: [
    { name: 'decided', input: exampleInput([]), verdict: 'pass', code: 'decided' },
    {
      name: 'not decided',
      input: exampleInput([], { purpose: { retentionDays: null } }),
      verdict: 'warn',
      code: 'undecided',
    },
    {
      name: 'without a reason',
      input: exampleInput([], { purpose: { retentionWhy: ' ' } }),
      verdict: 'warn',
      code: 'days-without-reason',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
  ],
});
