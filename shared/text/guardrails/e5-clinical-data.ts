import { firstNames } from '../names.ts';
import {
  barred,
  mayStandIn,
  noColumns,
  noStandIn,
  notForTargeting,
  says,
  standsIn,
  tooFewToTell,
  type OfBarred,
  type OfColumns,
} from './words.ts';

export const e5Text = {
  title: 'No targeting with clinical data',
  reasons: {
    'not-for-targeting': notForTargeting,
    'no-columns': noColumns,
    'none-in-output': () => says('No column of the output tells or derives health.'),
    'stands-in': standsIn,
    'may-stand-in': mayStandIn,
    'no-stand-in': noStandIn,
    'too-few-to-tell': tooFewToTell,
    'in-targeting': (found: OfColumns & OfBarred) =>
      barred(
        found,
        (columns) => `Nobody may be targeted by health: ${firstNames(columns)}. Consent does not lift this.`,
      ),
  },
};
