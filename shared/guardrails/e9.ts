import { pass, type Guardrail } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

/** Benefit the customer: the purpose says what gets better for the people in the data. */
export const e9: Guardrail = {
  id: 'E9',
  title: 'Benefit the customer',
  source: 'Ethics rule 9; GDPR recital 4',
  judge(input) {
    if (input.purpose !== null && input.purpose.customerBenefit.trim() !== '') return pass(`“${input.purpose.title}” says what gets better for the customer.`);
    return { verdict: 'warn', columns: [], message: 'Nothing says what the customers get from this.', evidence: input.purpose === null ? 'No purpose is stated.' : 'The purpose’s benefit is empty.', fix: 'State the benefit in words a customer would accept, for example a loyalty programme.' };
  },
  examples: [
    { name: 'stated', input: exampleInput([]), verdict: 'pass' },
    { name: 'empty', input: exampleInput([], { purpose: { customerBenefit: '' } }), verdict: 'warn' },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn' },
  ],
};
