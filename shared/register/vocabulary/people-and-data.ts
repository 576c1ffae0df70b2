/** Whose data: after the fideslang list of data subjects, with those that raise a duty of their own. */
export const dataSubjects = [
  'customers',
  'prospects',
  'visitors',
  'members',
  'subscribers',
  'employees',
  'applicants',
  'contractors',
  'suppliers',
  'employees-of-clients',
  'patients',
  'students',
  'minors',
  'vulnerable-people',
  'citizens',
  'other',
] as const;
export type DataSubjectCategory = (typeof dataSubjects)[number];

/** What data: families in which authorities' forms ask for them; special categories are told beside the family. */
export const dataCategories = [
  'identity',
  'contact',
  'government-id',
  'credentials',
  'demographic',
  'household',
  'employment',
  'location',
  'online-identifier',
  'device',
  'financial',
  'transaction',
  'usage',
  'engagement',
  'service-contact',
  'opinion',
  'preference',
  'consent',
  'image-voice',
  'free-text',
  'special',
  'criminal',
  'other',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** Where data come from, GDPR Art. 14(2)(f). */
export const dataSourceKinds = ['subject', 'third-party', 'public', 'inferred'] as const;
