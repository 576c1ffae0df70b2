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

export const e4Text = {
  title: 'No targeting by origin, belief or politics',
  reasons: {
    'not-for-targeting': notForTargeting,
    'no-columns': noColumns,
    'none-in-output': () =>
      says(
        'No column of the output comes from origin, belief, politics, union, orientation or criminal record.',
        notMeasured,
      ),
    'chosen-by': chosenBy,
    'goes-along': ({ columns }: OfColumns) =>
      goesAlong({
        columns,
        what: 'Surnames, places of birth, nationalities and languages go along with origin',
        fix: 'Drop these columns unless the purpose needs them; a message in somebody’s language needs the language alone.',
      }),
    'named-only': namedOnly,
    'named-so': namedSo,
    ...standInReasons,
    'in-targeting': (found: OfColumns & OfBarred) =>
      barred(
        found,
        (columns) =>
          'Nobody may be targeted by origin, belief, politics, union, orientation or criminal record: ' +
          `${firstNames(columns)}. Consent does not lift this.`,
      ),
  },
};
