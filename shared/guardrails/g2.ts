import { pass, type Guardrail } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

/** Purpose limitation: a targeting release needs a purpose that says it is for targeting. */
export const g2: Guardrail = {
  id: 'G2',
  title: 'Purpose limitation',
  source: 'GDPR Art. 5(1)(b), 6(4)',
  judge(input) {
    if (input.purpose === null)
      return { verdict: 'warn', columns: [], message: 'Without a stated purpose nobody can tell later what this output may be used for.', evidence: 'The recipe’s purpose is not among the purposes.', fix: 'Choose a purpose.' };
    if (input.release === 'targeting' && !input.purpose.targeting)
      return { verdict: 'warn', columns: [], message: `The purpose “${input.purpose.title}” does not cover choosing people for advertising or offers.`, evidence: 'It is not marked as a targeting purpose.', fix: 'Choose a targeting purpose, or test whether the new use is compatible (Art. 6(4)) and record the outcome.' };
    return pass(`The output is bound to the purpose “${input.purpose.title}”.`);
  },
  examples: [
    { name: 'targeting for a targeting purpose', input: exampleInput([], { release: 'targeting' }), verdict: 'pass' },
    { name: 'targeting for another purpose', input: exampleInput([], { release: 'targeting', purpose: { targeting: false } }), verdict: 'warn' },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn' },
  ],
};
