import type { PolicyUnit } from '#shared/domain/policy-override.ts';
import type { PolicyId } from '#shared/policy/index.ts';
import { counted } from './numbers.ts';

/** What policy rows are called, wherever one is shown. */
export const policyText = {
  topics: {
    'targeting-age': 'Age under which nobody is targeted',
    'digital-consent-age': 'Age from which somebody consents alone online',
    'identifier-lifetime': 'Time an identifier may be kept',
    'platform-minimum': 'Smallest audience of a platform',
    'platform-retention': 'Time people stay in an audience of a platform',
    'bars-targeting': 'Kinds of data that bar targeting',
    'eea-country': 'Countries the Regulation holds in',
    'adequate-country': 'Countries found adequate as a whole',
    'large-scale': 'People from whom on the scale is large',
    'proxy-strength': 'Strength from which columns stand in for barred data',
    'distribution-shift': 'Shift of a column’s values from which it is told',
    'privacy-budget': 'ε that all releases with noise of the same people may have together',
    'attack-limit': 'Risk of an attack from which a release is not called anonymised',
    'consent-validity': 'Time a consent holds before it is asked for again',
    'consent-check': 'Time after which consent is checked again',
    'tcf-disclosed-vendors': 'TCF strings without disclosed vendors are invalid',
    'request-answer': 'Time in which a request of a person is answered',
    'request-extension': 'Time by which answering a request may take longer',
    'request-at-once': 'Time in which advertising or use on consent stops',
    'complaint-acknowledged': 'Time in which a complaint is acknowledged',
    'identity-pause': 'The time stops while somebody’s identity is asked for',
    'request-record-kept': 'Time the record of a request is kept after its end',
    'key-rotation': 'Time after which the key of pseudonyms is changed',
    'backup-interval': 'Time after which a workspace is backed up again',
    'breach-notification': 'Time after awareness of a breach within which the authority is told',
    'quality-check': 'Time after which a dataset’s quality is checked again',
    'data-freshness': 'Time after which a row without a newer day is old',
    'quality-limit': 'Share of rows from which on a check of quality has failed',
  } satisfies Record<PolicyId, string> as Record<string, string>,
  value: (value: number, unit: PolicyUnit) =>
    ({
      years: counted(value, 'year'),
      months: counted(value, 'month'),
      days: counted(value, 'day'),
      hours: counted(value, 'hour'),
      people: counted(value, 'person', 'people'),
      percent: `${value} %`,
      hundredths: (value / 100).toFixed(2),
      'yes-no': value === 1 ? 'yes' : 'no',
    })[unit],
};
