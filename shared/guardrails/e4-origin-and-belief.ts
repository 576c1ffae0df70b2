import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail } from './guard-input.ts';
import { noTargetingBy } from './no-targeting-by.ts';

const text = guardrailsText.e4;

/** No targeting by origin, belief or politics, nor by what the workspace bars besides. */
export const e4 = guardrail({
  id: 'E4',
  title: text.title,
  source: 'Ethics rule 4; GDPR Art. 9; Regulation (EU) 2022/2065 Art. 26(3)',
  ...noTargetingBy((flag) => flag !== 'health', text, { type: 'religion', flag: 'religion' }),
});
