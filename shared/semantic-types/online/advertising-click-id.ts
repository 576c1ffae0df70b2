import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const forms = [/^(?:EAIaIQob|Cj[0-9w]?K|CjwK|Cj0K)[\w-]{15,}$/, /^IwAR[\w-]{20,}$/, /^[0-9a-f]{32}$/];

export const advertisingClickId = semanticType({
  id: 'advertising_click_id',
  label: 'Advertising click identifier',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'text', 'category', 'integer'],
  valueCheck: (text) => forms.slice(0, 2).some((form) => form.test(text)),
  columnRule: { strength: 'structure', minShare: 0.8, minDistinct: 1, alone: true },
  lookAlikes: [],
  tracking: { tracks: 'which advertisement a visitor clicked', reveals: 'interest' },
  positives: [
    'EAIaIQobChMI2K3yexampleEXAMPLE',
    'Cj0KCQiAvvKBBhCXARIsAExample',
    'CjwKCAiAexampleexample123456',
    'IwAR0abcdefghijklmnopqrstuvwxyz',
    'EAIaIQobChMI-Ne_9example12345',
    'Cj0KCQjw_example_example_12',
    'IwAR3ABCDEFGHIJKLMNOPQRST-x',
    'CjwKEAiA0000000000000000000',
  ],
  negatives: ['click', 'Cj0K', 'yes', '12345', 'IwAR', '2024-01-01', 'abcdef', 'https://example.org'],
  headers: ['gclid', 'fbclid', 'Klick-ID', 'identifiant de clic', 'id de clic'],
  source: 'Google Ads and Meta click identifier parameters (2024)',
});
