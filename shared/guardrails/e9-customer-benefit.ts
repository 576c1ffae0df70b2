import { because } from '#shared/domain/reason.ts';
import { e9Text } from '#shared/text/guardrails/e9-customer-benefit.ts';
import { guardrail, notStated, pass } from './guardrail.ts';
import { exampleInput } from './example-input.ts';

/** Benefit the customer: the purpose says what gets better for the people in the data. */
export const e9 = guardrail({
  id: 'E9',
  ...e9Text,
  source: 'Ethics rule 9; GDPR recital 4',
  needs: [],
  judge({ purpose }) {
    if (purpose === null) return notStated(because('no-purpose'));
    return purpose.customerBenefit.trim() === ''
      ? notStated(because('no-benefit'))
      : pass(because('benefit-stated', { purpose: purpose.title }));
  },
  examples: [
    { name: 'stated', input: exampleInput([]), verdict: 'pass', code: 'benefit-stated' },
    {
      name: 'empty',
      input: exampleInput([], { purpose: { customerBenefit: '' } }),
      verdict: 'warn',
      code: 'no-benefit',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
  ],
});
