import { firstNames } from '../names.ts';
import {
  barred,
  chosenBy,
  goesAlong,
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
    'goes-along': ({ columns }: OfColumns) =>
      goesAlong({
        columns,
        what: 'Body height and weight go along with health',
        fix: 'Drop these columns unless the purpose needs them.',
      }),
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
