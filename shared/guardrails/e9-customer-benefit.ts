import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail, notStated, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.e9;

/** Benefit the customer: the purpose says what gets better for the people in the data. */
export const e9 = guardrail({
  id: 'E9',
  title: text.title,
  source: 'Ethics rule 9; GDPR recital 4',
  needs: [],
  judge(input) {
    if (input.purpose !== null && input.purpose.customerBenefit.trim() !== '')
      return pass(text.pass(input.purpose.title));
    return notStated({
      message: text.message,
      evidence: input.purpose === null ? text.noPurpose : text.noBenefit,
      fix: text.fix,
    });
  },
  examples: [
    { name: 'stated', input: exampleInput([]), verdict: 'pass' },
    { name: 'empty', input: exampleInput([], { purpose: { customerBenefit: '' } }), verdict: 'warn' },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn' },
  ],
});
