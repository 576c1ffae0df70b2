import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail, notStated, pass } from './guard-input.ts';
import { exampleInput } from './example-input.ts';

const text = guardrailsText.g2;

/** Purpose limitation: a targeting release needs a purpose that says it is for targeting. */
export const g2 = guardrail({
  id: 'G2',
  title: text.title,
  source: 'GDPR Art. 5(1)(b), 6(4)',
  needs: [],
  judge(input) {
    if (input.purpose === null) return notStated(text.noPurpose);
    if (input.release === 'targeting' && !input.purpose.targeting)
      return { verdict: 'warn', columns: [], ...text.otherUse, message: text.otherUse.message(input.purpose.title) };
    return pass(text.pass(input.purpose.title));
  },
  examples: [
    { name: 'targeting for a targeting purpose', input: exampleInput([], { release: 'targeting' }), verdict: 'pass' },
    {
      name: 'targeting for another purpose',
      input: exampleInput([], { release: 'targeting', purpose: { targeting: false } }),
      verdict: 'warn',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn' },
  ],
});
