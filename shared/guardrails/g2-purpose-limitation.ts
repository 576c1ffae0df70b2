import { because } from '#shared/domain/reason.ts';
import { g2Text } from '#shared/text/guardrails/g2-purpose-limitation.ts';
import { guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleInput } from './example-input.ts';

/** Purpose limitation: a targeting release needs a purpose that says it is for targeting. */
export const g2 = guardrail({
  id: 'G2',
  ...g2Text,
  source: 'GDPR Art. 5(1)(b), 6(4)',
  needs: [],
  judge({ purpose, release }) {
    if (purpose === null) return notStated(because('no-purpose'));
    if (release === 'targeting' && !purpose.targeting)
      return warn([], because('other-use', { purpose: purpose.title }));
    return pass(because('bound-to-purpose', { purpose: purpose.title }));
  },
  examples: [
    {
      name: 'targeting for a targeting purpose',
      input: exampleInput([], { release: 'targeting' }),
      verdict: 'pass',
      code: 'bound-to-purpose',
    },
    {
      name: 'targeting for another purpose',
      input: exampleInput([], { release: 'targeting', purpose: { targeting: false } }),
      verdict: 'warn',
      code: 'other-use',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
  ],
});
