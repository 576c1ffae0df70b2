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
  } satisfies Record<PolicyId, string> as Record<string, string>,
  value: (value: number, unit: PolicyUnit) =>
    ({
      years: counted(value, 'year'),
      days: counted(value, 'day'),
      people: counted(value, 'person', 'people'),
      percent: `${value} %`,
      hundredths: (value / 100).toFixed(2),
      'yes-no': value === 1 ? 'yes' : 'no',
    })[unit],
};
