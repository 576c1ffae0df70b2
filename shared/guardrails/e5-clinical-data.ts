import { e5Text } from '#shared/text/guardrails/e5-clinical-data.ts';
import { guardrail } from './guardrail.ts';
import { noTargetingBy } from './no-targeting-by.ts';

/** No targeting with clinical data. */
export const e5 = guardrail({
  id: 'E5',
  ...e5Text,
  source: 'Ethics rule 5; GDPR Art. 9; CJEU C-21/23',
  ...noTargetingBy((flag) => flag === 'health', {
    type: 'diagnosis',
    flag: 'health',
    name: 'diabetes-segment.csv',
    along: 'weight',
  }),
});
