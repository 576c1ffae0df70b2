import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail, notStated, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.g5;

/** Storage limitation: the purpose says how long its data is kept, and why. */
export const g5 = guardrail({
  id: 'G5',
  title: text.title,
  source: 'GDPR Art. 5(1)(e), recital 39',
  needs: [],
  judge(input) {
    const purpose = input.purpose;
    if (purpose === null) return notStated(text.noPurpose);
    if (purpose.retentionDays === null)
      return notStated({ ...text.undecided, message: text.undecided.message(purpose.title) });
    if (purpose.retentionWhy.trim() === '')
      return notStated({ ...text.noReason, message: text.noReason.message(purpose.title, purpose.retentionDays) });
    return pass(text.pass(purpose.title, purpose.retentionDays));
  },
  examples: [
    { name: 'decided', input: exampleInput([]), verdict: 'pass' },
    { name: 'not decided', input: exampleInput([], { purpose: { retentionDays: null } }), verdict: 'warn' },
    { name: 'without a reason', input: exampleInput([], { purpose: { retentionWhy: ' ' } }), verdict: 'warn' },
  ],
});
