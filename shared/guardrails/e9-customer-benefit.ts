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
  blocks: {},
  judge({ purpose, declared: { benefit } }) {
    if (purpose === null) return notStated(because('no-purpose'));
    if (benefit !== null) return pass(because('benefit-declared', { purpose: purpose.title, ref: benefit }));
    if (purpose.customerBenefit.trim() === '') return notStated(because('no-benefit'));
    const said = { purpose: purpose.title };
    return purpose.preset ? notStated(because('benefit-by-preset', said)) : pass(because('benefit-stated', said));
  },
  examples: [
    {
      name: 'stated in a purpose of somebody’s own',
      input: exampleInput([], { purpose: { preset: false } }),
      verdict: 'pass',
      code: 'benefit-stated',
    },
    {
      name: 'stated in the register',
      input: exampleInput([], { declared: { benefit: 'PU-001' } }),
      verdict: 'pass',
      code: 'benefit-declared',
    },
    {
      name: 'suggested by the program alone',
      input: exampleInput([]),
      verdict: 'warn',
      state: 'not-stated',
      code: 'benefit-by-preset',
    },
    {
      name: 'empty',
      input: exampleInput([], { purpose: { customerBenefit: '' } }),
      verdict: 'warn',
      code: 'no-benefit',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
  ],
});
