import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { guardrail } from './guard-input.ts';
import { noTargetingBy } from './no-targeting-by.ts';

const text = guardrailsText.e4;

const flags: readonly ColumnFlag[] = [
  'race_ethnicity',
  'religion',
  'political',
  'trade_union',
  'sexual_orientation',
  'biometric',
  'genetic',
  'criminal',
];

/** No targeting by origin, belief or politics. */
export const e4 = guardrail({
  id: 'E4',
  title: text.title,
  source: 'Ethics rule 4; GDPR Art. 9; Regulation (EU) 2022/2065 Art. 26(3)',
  ...noTargetingBy(flags, text, { type: 'religion', flag: 'religion' }),
});
