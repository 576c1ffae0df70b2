import { e4Text } from '#shared/text/guardrails/e4-origin-and-belief.ts';
import { exampleColumn, exampleInput } from './example-input.ts';
import { guardrail } from './guardrail.ts';
import { noTargetingBy } from './no-targeting-by.ts';

const rule = noTargetingBy((flag) => flag !== 'health', {
  type: 'religion',
  flag: 'religion',
  name: 'muslim customers.csv',
  along: 'last_name',
});

/** No targeting by origin, belief or politics, nor by what the workspace bars besides. */
export const e4 = guardrail({
  id: 'E4',
  ...e4Text,
  source: 'Ethics rule 4; GDPR Art. 9; Regulation (EU) 2022/2065 Art. 26(3)',
  ...rule,
  examples: [
    ...rule.examples,
    {
      name: 'what the workspace bars besides',
      input: exampleInput([exampleColumn('payment_method', 'kept', { flags: ['financial'] })], {
        release: 'targeting',
        policy: { targetingAge: 18, barred: ['financial'] },
      }),
      verdict: 'block',
      code: 'in-targeting',
    },
  ],
});
