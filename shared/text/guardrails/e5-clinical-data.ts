import { firstNames } from '../names.ts';
import {
  barred,
  chosenBy,
  namedOnly,
  namedSo,
  noColumns,
  notForTargeting,
  notMeasured,
  says,
  standInReasons,
  type OfBarred,
  type OfColumns,
} from './words.ts';

export const e5Text = {
  title: 'No targeting with clinical data',
  reasons: {
    'not-for-targeting': notForTargeting,
    'no-columns': noColumns,
    'none-in-output': () => says('No column of the output comes from data of health.', notMeasured),
    'chosen-by': chosenBy,
    'named-only': namedOnly,
    'named-so': namedSo,
    ...standInReasons,
    'in-targeting': (found: OfColumns & OfBarred) =>
      barred(
        found,
        (columns) => `Nobody may be targeted by health: ${firstNames(columns)}. Consent does not lift this.`,
      ),
  },
};
