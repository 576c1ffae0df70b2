import { privacyModelsText } from '#shared/text/privacy-models.ts';
import type { PrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['entropy-l-diversity'];

/**
 * Every class is at least as varied as l equally frequent values: exp of the entropy, so that a rare second value
 * counts for little.
 */
export const entropyLDiversity: PrivacyModel = {
  id: 'entropy-l-diversity',
  title: text.title,
  source: 'Machanavajjhala et al. 2007',
  perColumn: true,
  usual: 1.5,
  value: (risk, column) => risk.l[column]?.entropy ?? 0,
  met: (value, wanted) => value >= wanted,
  explain: text.explain,
  examples: [
    {
      name: 'half and half',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
      ],
      wanted: 1.5,
      value: 2,
      met: true,
    },
    {
      name: 'nine to one',
      rows: [...Array.from({ length: 9 }, (): [string, string] => ['a', 'flu']), ['a', 'cold']],
      wanted: 1.5,
      value: Math.exp(-(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1))),
      met: false,
    },
  ],
};
