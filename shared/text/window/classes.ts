import type { ColumnCategory, ColumnFlag } from '#shared/domain/column-class.ts';
import type { Sureness } from '#shared/domain/confidence.ts';
import type { ColumnMark } from '#shared/domain/shown-class.ts';

export const classText: Record<ColumnMark, { letter: string; word: string; meaning: string }> = {
  linked: {
    letter: 'L',
    word: 'Linked',
    meaning: 'Points at one person by itself: a full name, an e-mail address, a passport number.',
  },
  linkable: {
    letter: 'K',
    word: 'Linkable',
    meaning: 'Points at a person together with other columns: age, gender, postal code, job.',
  },
  online: {
    letter: 'O',
    word: 'Online identifier',
    meaning: 'Recognises a device or browser. GDPR Recital 30: may single a person out.',
  },
  non: { letter: 'N', word: 'Non-PII', meaning: 'Says nothing about who a person is.' },
  undecided: {
    letter: '?',
    word: 'Not known',
    meaning: 'Nothing tells what it holds. Counts as linkable until somebody decides.',
  },
};

export const flagText: Record<ColumnFlag, string> = {
  online_identifier: 'Online identifier',
  race_ethnicity: 'Race or ethnicity',
  religion: 'Religion',
  political: 'Political',
  trade_union: 'Trade union',
  health: 'Health',
  sexual_orientation: 'Sexual orientation',
  biometric: 'Biometric',
  genetic: 'Genetic',
  criminal: 'Criminal',
  financial: 'Financial',
  credentials: 'Credentials',
  minor_age: 'Minor',
  exact_age: 'Exact age',
  precise_location: 'Precise location',
  consent: 'Consent',
  timestamp: 'Exact time',
  free_text_pii: 'Identifiers in free text',
};

export const categoryText: Record<ColumnCategory, string> = {
  personal: 'Personal',
  engagement: 'Engagement',
  behavioral: 'Behavioural',
  attitudinal: 'Attitudinal',
  technical: 'Technical',
  other: 'Other',
};

/** "email_address" → "email address"; abbreviations keep their capitals. */
export const typeWords = (type: string): string =>
  type
    .split('_')
    .map((word) => (/^(ip|iban|imei|vin|url|id|gps|utm|mac|uuid|sku|dob|ssn)$/.test(word) ? word.toUpperCase() : word))
    .join(' ');

/** How sure a classification is, as a word; the number is for the hover. */
export const surenessText: Record<Sureness, string> = { certain: 'certain', likely: 'likely', doubtful: 'doubtful' };
