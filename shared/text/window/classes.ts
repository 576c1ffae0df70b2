import type { ColumnCategory, ColumnClass, ColumnFlag } from '#shared/domain/column-class.ts';

/** The four classes the window shows: online identifiers are one of their own, whatever the policy. */
export type ShownClass = 'linked' | 'linkable' | 'online' | 'non';
export const shownClasses: readonly ShownClass[] = ['linked', 'linkable', 'online', 'non'];

export const classText: Record<ShownClass, { letter: string; word: string; meaning: string }> = {
  linked: { letter: 'L', word: 'Linked', meaning: 'Points at one person by itself: a full name, an e-mail address, a passport number.' },
  linkable: { letter: 'K', word: 'Linkable', meaning: 'Points at a person together with other columns: age, gender, postal code, job.' },
  online: { letter: 'O', word: 'Online identifier', meaning: 'Recognises a device or browser. GDPR Recital 30: may single a person out.' },
  non: { letter: 'N', word: 'Non-PII', meaning: 'Says nothing about who a person is.' },
};

/** The class as the window shows it. */
export const shownClass = (finding: { class: ColumnClass; flags: readonly ColumnFlag[] }): ShownClass => (finding.flags.includes('online_identifier') ? 'online' : finding.class === 'non_pii' ? 'non' : finding.class);

export const flagText: Record<ColumnFlag, string> = {
  online_identifier: 'Online identifier', race_ethnicity: 'Race or ethnicity', religion: 'Religion', political: 'Political', trade_union: 'Trade union', health: 'Health',
  sexual_orientation: 'Sexual orientation', biometric: 'Biometric', genetic: 'Genetic', criminal: 'Criminal', financial: 'Financial', credentials: 'Credentials', minor_age: 'Minor',
  exact_age: 'Exact age', precise_location: 'Precise location', consent: 'Consent', timestamp: 'Exact time', free_text_pii: 'Identifiers in free text',
};

/** Flags of GDPR Art. 9 and 10 and of the ethics rules that may stop a release: drawn stronger. */
export const gravestFlags: ReadonlySet<ColumnFlag> = new Set(['race_ethnicity', 'religion', 'political', 'trade_union', 'health', 'sexual_orientation', 'biometric', 'genetic', 'criminal', 'credentials', 'minor_age', 'free_text_pii']);

export const categoryText: Record<ColumnCategory, string> = { personal: 'Personal', engagement: 'Engagement', behavioral: 'Behavioural', attitudinal: 'Attitudinal', technical: 'Technical', other: 'Other' };

/** "email_address" → "email address"; abbreviations keep their capitals. */
export const typeWords = (type: string): string => type.split('_').map((word) => (/^(ip|iban|imei|vin|url|id|gps|utm|mac|uuid|sku|dob|ssn)$/.test(word) ? word.toUpperCase() : word)).join(' ');

/** The second-best type where it has a name; "unknown" would help nobody. */
export const namedRunnerUp = ({ runnerUp }: { runnerUp: string | null }): string | null => (runnerUp === 'unknown' ? null : runnerUp);

/** Confidence as a word; the number is for the hover. */
export const confidenceWord = (confidence: number): 'certain' | 'likely' | 'doubtful' => (confidence >= 0.9 ? 'certain' : confidence >= 0.7 ? 'likely' : 'doubtful');
