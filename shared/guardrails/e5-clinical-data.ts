import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail } from './guard-input.ts';
import { noTargetingBy } from './no-targeting-by.ts';

const text = guardrailsText.e5;

/** No targeting with clinical data. */
export const e5 = guardrail({
  id: 'E5',
  title: text.title,
  source: 'Ethics rule 5; GDPR Art. 9; CJEU C-21/23',
  ...noTargetingBy((flag) => flag === 'health', text, { type: 'diagnosis', flag: 'health' }),
});
