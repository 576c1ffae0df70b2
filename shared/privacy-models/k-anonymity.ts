import { privacyModelsText } from '#shared/text/privacy-models.ts';
import type { PrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['k-anonymity'];

/**
 * Every combination of the quasi-identifiers is shared by at least k rows, or people where a person has several rows.
 */
export const kAnonymity: PrivacyModel = {
  id: 'k-anonymity',
  title: text.title,
  source: 'Samarati 2001; Sweeney 2002',
  perColumn: false,
  usual: 5,
  value: (risk) => risk.k,
  met: (value, wanted) => value >= wanted,
  explain: text.explain,
  examples: [
    {
      name: 'two classes of two',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'x'],
      ],
      wanted: 2,
      value: 2,
      met: true,
    },
    {
      name: 'somebody alone',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        [null, 'x'],
      ],
      wanted: 2,
      value: 1,
      met: false,
    },
  ],
};
