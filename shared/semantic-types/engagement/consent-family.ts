import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = {
  class: 'non_pii',
  category: 'engagement',
  flags: ['consent'],
  source: 'GDPR Art. 4(11), 6, 7; ISO/IEC TS 27560 (2023)',
} as const;

/** What a person has agreed to, when and on which ground: known by their headers. */
export const consentFamily = headerTypes([
  {
    ...shared,
    id: 'consent_status',
    label: 'Consent',
    accepts: ['boolean', 'category', 'text', 'code', 'integer'],
    headers: ['consent_status', 'Einwilligung', 'consentement', 'Do Not Email', 'toestemming'],
  },
  {
    ...shared,
    id: 'consent_preference',
    label: 'Consent by purpose',
    accepts: kinds.any,
    lookAlikes: ['consent_status'],
    headers: [
      'consent_preferences',
      'Kommunikationspräferenzen',
      'préférences de communication',
      'communicatievoorkeuren',
    ],
  },
  {
    ...shared,
    id: 'consent_timestamp',
    label: 'Time of consent',
    flags: ['consent', 'timestamp'],
    accepts: ['date', 'integer', 'decimal', 'text'],
    headers: ['consent_date', 'Einwilligungsdatum', 'date de consentement', 'Opt-in Date'],
  },
  {
    ...shared,
    id: 'consent_version',
    label: 'Version of the notice',
    accepts: kinds.any,
    headers: ['consent_version', 'Datenschutzversion', 'version du consentement', 'privacyversie'],
  },
  {
    ...shared,
    id: 'legal_basis',
    label: 'Lawful basis',
    accepts: kinds.words,
    headers: ['legal_basis', 'Rechtsgrundlage', 'base légale', 'grondslag'],
  },
]);
