import { privacyModelsText } from '#shared/text/privacy-models.ts';
import type { PrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['distinct-l-diversity'];

/**
 * Every class holds at least l different values of the sensitive column; with one, belonging to the class gives it
 * away.
 */
export const distinctLDiversity: PrivacyModel = {
  id: 'distinct-l-diversity',
  title: text.title,
  source: 'Machanavajjhala et al. 2007',
  perColumn: true,
  usual: 2,
  value: (risk, column) => risk.l[column]?.distinct ?? 0,
  met: (value, wanted) => value >= wanted,
  explain: text.explain,
  examples: [
    {
      name: 'two values in each class',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
        ['b', 'flu'],
        ['b', 'none'],
      ],
      wanted: 2,
      value: 2,
      met: true,
    },
    {
      name: 'a missing value is no second one',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
        ['b', 'flu'],
        ['b', null],
      ],
      wanted: 2,
      value: 1,
      met: false,
    },
    {
      name: 'a class of one value',
      rows: [
        ['a', 'flu'],
        ['a', 'flu'],
        ['b', 'flu'],
        ['b', 'cold'],
      ],
      wanted: 2,
      value: 1,
      met: false,
    },
  ],
};
