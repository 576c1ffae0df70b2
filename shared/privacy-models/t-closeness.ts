import { privacyModelsText } from '#shared/text/privacy-models.ts';
import type { PrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['t-closeness'];

/**
 * In no class are the sensitive values distributed further from the whole table than t (earth mover's distance, 0…1).
 */
export const tCloseness: PrivacyModel = {
  id: 't-closeness',
  title: text.title,
  source: 'Li, Li, Venkatasubramanian 2007',
  perColumn: true,
  usual: 0.5,
  value: (risk, column) => risk.t[column] ?? 0,
  met: (value, wanted) => value <= wanted,
  explain: text.explain,
  examples: [
    {
      name: 'the same mix everywhere',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
      ],
      wanted: 0.5,
      value: 0,
      met: true,
    },
    {
      name: 'all of one value in a small class',
      rows: [
        ['a', 'rare'],
        ['b', 'x'],
        ['b', 'x'],
        ['b', 'x'],
      ],
      wanted: 0.5,
      value: 0.75,
      met: false,
    },
    {
      name: 'numbers by their order',
      rows: [
        ['a', '1'],
        ['a', '2'],
        ['b', '9'],
        ['b', '10'],
      ],
      wanted: 0.5,
      value: 1 / 3,
      met: true,
    },
  ],
};
