import type { MissingWhy, CellState } from '#shared/register/minimum.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import type { VersionState } from '#shared/register/register-snapshot.ts';
import { activityWords } from './activity.ts';
import { assessmentWords } from './assessment.ts';
import { bindingWords } from './binding.ts';
import { compatibilityWords } from './compatibility.ts';
import { legitimateInterestsWords } from './legitimate-interests.ts';
import { measureWords } from './measure.ts';
import { noticeWords } from './notice.ts';
import { organisationWords } from './organisation.ts';
import { purposeWords } from './purpose.ts';
import { recipientWords } from './recipient.ts';
import { retentionWords } from './retention.ts';
import { screeningWords } from './screening.ts';
import { systemWords } from './system.ts';
import { transferWords } from './transfer.ts';
import type { FieldWords, KindWords } from './words.ts';

/** Words of every field, by kind of record. */
export const recordWords = {
  organisation: organisationWords,
  activity: activityWords,
  purpose: purposeWords,
  recipient: recipientWords,
  transfer: transferWords,
  retention: retentionWords,
  measure: measureWords,
  system: systemWords,
  'legitimate-interests': legitimateInterestsWords,
  notice: noticeWords,
  binding: bindingWords,
  compatibility: compatibilityWords,
  screening: screeningWords,
  assessment: assessmentWords,
} as const satisfies Record<RecordKind, unknown>;

export const kindWords: Readonly<Record<RecordKind, KindWords>> = {
  organisation: { one: 'organisation', many: 'organisation', about: 'Who keeps the register and answers for it.' },
  activity: {
    one: 'processing activity',
    many: 'processing activities',
    about: 'What is done with personal data, and what the law asks to be recorded of it (Art. 30).',
  },
  purpose: { one: 'purpose', many: 'purposes', about: 'What data are used for, each on one lawful basis.' },
  recipient: { one: 'recipient', many: 'recipients', about: 'Whoever data are disclosed to.' },
  transfer: { one: 'transfer', many: 'transfers', about: 'Data that leave the EEA, and what that rests on.' },
  retention: {
    one: 'retention rule',
    many: 'retention rules',
    about: 'How long data are kept, and what happens then.',
  },
  measure: { one: 'security measure', many: 'security measures', about: 'What protects the data.' },
  system: { one: 'system', many: 'systems', about: 'Where the data lie.' },
  'legitimate-interests': {
    one: 'assessment of legitimate interests',
    many: 'assessments of legitimate interests',
    about: 'Why an interest weighs more than people’s own, for purposes on Art. 6(1)(f).',
  },
  notice: { one: 'notice', many: 'notices', about: 'What people are told of a purpose (Art. 13, 14).' },
  binding: {
    one: 'binding of a dataset',
    many: 'bindings of datasets',
    about: 'What each column of a dataset is for (Art. 5(1)(b)–(c)).',
  },
  compatibility: {
    one: 'test of a further purpose',
    many: 'tests of further purposes',
    about: 'Whether data may be used for something else than they were collected for (Art. 6(4)).',
  },
  screening: {
    one: 'screening',
    many: 'screenings',
    about: 'Whether an activity needs an impact assessment (Art. 35(1)).',
  },
  assessment: {
    one: 'impact assessment',
    many: 'impact assessments',
    about: 'The risks of an activity for people, and what is done about them (Art. 35(7)).',
  },
};

export const stateWords: Readonly<Record<VersionState, string>> = {
  draft: 'draft',
  'in-review': 'in review',
  returned: 'sent back',
  approved: 'approved',
  retired: 'retired',
};

export const cellWords: Readonly<Record<CellState, string>> = {
  filled: 'filled',
  'none-stated': 'none, stated',
  'not-applicable': 'does not apply',
  unknown: 'unknown',
  'not-stated': 'not stated',
};

export const missingWords: Readonly<Record<MissingWhy, string>> = {
  'not-stated': 'not stated',
  unknown: 'unknown so far',
  'must-be-stated': 'the law asks for a value here',
  'record-gone': 'names a record that is not there',
  'record-unreadable': 'names a record that cannot be read here',
  'record-retired': 'names a record that was retired',
};

/** What a cell of the legal minimum asks for, in a few words, by its id. */
export const cellNames: Readonly<Record<string, string>> = {
  '30(1)(a)': 'Who is responsible',
  '30(1)(b)': 'Purposes',
  '30(1)(c)': 'People and data',
  '30(1)(d)': 'Recipients',
  '30(1)(e)': 'Transfers',
  '30(1)(f)': 'Time limits',
  '30(1)(g)': 'Security measures',
  '30(2)(a)': 'Who is responsible',
  '30(2)(b)': 'What is done',
  '30(2)(c)': 'Transfers',
  '30(2)(d)': 'Security measures',
};

type LooseField = FieldWords & {
  options?: Readonly<Record<string, string>>;
  parts?: Readonly<Record<string, FieldWords & { options?: Readonly<Record<string, string>> }>>;
};

/** All words of a field; undefined where the kind has no such field. */
export const fieldWords = (kind: RecordKind, field: string): LooseField | undefined => {
  const words: Readonly<Record<string, LooseField>> = recordWords[kind];
  return Object.hasOwn(words, field) ? words[field] : undefined;
};

/** What a field is called; one that this program does not know by its id. */
export const fieldLabel = (kind: RecordKind, field: string): string => fieldWords(kind, field)?.label ?? field;
export const partLabel = (kind: RecordKind, field: string, part: string): string =>
  fieldWords(kind, field)?.parts?.[part]?.label ?? part;
export const kindName = (kind: RecordKind): string => kindWords[kind].one;
