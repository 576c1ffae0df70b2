import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Advice, Difference, DifferenceRule, NotJudged } from '#shared/register/compare/difference.ts';
import type { WhyNotJudged } from '#shared/register/observed/observed.ts';
import type { IdentifierKind } from '#shared/register/observed/identifier-kinds.ts';
import type { DataCategory } from '#shared/register/vocabulary/people-and-data.ts';
import { datasetUnreadable, recordUnreadable } from '../guardrails/words.ts';
import { firstNames, shortName } from '../names.ts';
import { listed } from '../numbers.ts';
import { periodWords } from '../period-words.ts';

const countries = new Intl.DisplayNames(['en'], { type: 'region' });
const country = (code: string): string => countries.of(code) ?? code;

/** Families of data within a sentence. */
const families: Record<DataCategory, string> = {
  identity: 'names and customer numbers',
  contact: 'contact data',
  'government-id': 'official identifiers',
  credentials: 'passwords',
  demographic: 'personal circumstances',
  household: 'the household',
  employment: 'employment',
  location: 'places',
  'online-identifier': 'online identifiers',
  device: 'devices',
  financial: 'money matters',
  transaction: 'purchases and contracts',
  usage: 'use of the service',
  engagement: 'answers to advertising',
  'service-contact': 'contacts with the service',
  opinion: 'opinions',
  preference: 'preferences',
  consent: 'consents',
  'image-voice': 'pictures and voices',
  'free-text': 'free text',
  special: 'special categories',
  criminal: 'criminal offences',
  other: 'other data',
};
const special: Partial<Record<ColumnFlag, string>> = {
  race_ethnicity: 'racial or ethnic origin',
  religion: 'religion or belief',
  political: 'political opinions',
  trade_union: 'trade union membership',
  health: 'health',
  sexual_orientation: 'sex life or sexual orientation',
  biometric: 'biometric data',
  genetic: 'genetic data',
  criminal: 'criminal offences',
};
const specialWords = (flags: readonly ColumnFlag[]): string => listed(flags.map((flag) => special[flag] ?? flag));
const identifiers: Record<IdentifierKind, string> = {
  direct: 'points at a person',
  key: 'is a number that stands for a person',
  online: 'stands for a person’s device',
};

const overdue = (dataset: string, columns: readonly string[], duration: string, period: string): string =>
  `By ${firstNames(columns)}, rows of ${shortName(dataset)} are older than the ${duration} of ${shortName(period)}.`;

type Of<R extends DifferenceRule> = Extract<Difference, { rule: R }>;
type Sentences = { [R in DifferenceRule]: { says: (of: Of<R>) => string; fix: (of: Of<R>) => string } };

const takeOver = 'The draft has it from the log: read it and take it over.';
const orTakeOver = (proposed: boolean, fix: string): string => (proposed ? takeOver : fix);

/** What a difference says, and what settles it. */
const sentences: Sentences = {
  'dataset-undeclared': {
    says: ({ dataset, detail }) =>
      detail.special.length > 0
        ? `No activity names the dataset ${shortName(dataset.name)}, which holds ${specialWords(detail.special)}.`
        : `No activity names the dataset ${shortName(dataset.name)}, which holds data about people.`,
    fix: ({ proposed }) => orTakeOver(proposed, 'Name it in the activity that uses it, or write that activity.'),
  },
  'special-undeclared': {
    says: ({ dataset, columns, detail }) =>
      `${shortName(dataset.name)} holds ${specialWords([detail.special])} in ${firstNames(columns)}, and no activity says so.`,
    fix: ({ proposed }) =>
      orTakeOver(proposed, 'Add it to the data of the activity, or remove the columns, or correct what they are.'),
  },
  'identifier-undeclared': {
    says: ({ dataset, columns, detail }) =>
      `${firstNames(columns)} of ${shortName(dataset.name)} ${identifiers[detail.identifier]}, and no activity says so.`,
    fix: ({ proposed }) => orTakeOver(proposed, 'Add the column to the data of the activity, or remove it.'),
  },
  'category-undeclared': {
    says: ({ dataset, columns, detail }) =>
      `${shortName(dataset.name)} holds ${families[detail.category]} in ${firstNames(columns)}, and no activity says so.`,
    fix: ({ proposed }) => orTakeOver(proposed, 'Add the family to the data of the activity.'),
  },
  'minors-undeclared': {
    says: ({ dataset, columns }) =>
      `${shortName(dataset.name)} holds people under age by ${firstNames(columns)}, and no activity says so.`,
    fix: ({ proposed }) =>
      orTakeOver(proposed, 'Say in the activity that minors are among the people, or leave them out.'),
  },
  'purpose-missing': {
    says: ({ dataset, detail }) => `${detail.activity} uses ${shortName(dataset.name)} and states no purpose.`,
    fix: ({ proposed }) => orTakeOver(proposed, 'State for what the data are used.'),
  },
  'purpose-undeclared': {
    says: ({ dataset, detail }) =>
      `${shortName(detail.fileName)} was released for ${shortName(detail.purpose)}, which no activity of ${shortName(dataset.name)} is for.`,
    fix: ({ proposed }) => orTakeOver(proposed, 'Add the purpose to the activity, or use the data for it no more.'),
  },
  'basis-missing': {
    says: ({ dataset, detail }) =>
      `${shortName(dataset.name)} is used for ${shortName(detail.purpose)}, which has no lawful basis.`,
    fix: () => 'State the basis (GDPR Art. 6(1)) and why it holds.',
  },
  'condition-missing': {
    says: ({ dataset, detail }) =>
      `${shortName(dataset.name)} holds ${specialWords(detail.special)}, and ${shortName(detail.purpose)} states nothing that allows it.`,
    fix: ({ detail }) =>
      detail.special.every((flag) => flag === 'criminal')
        ? 'Name the law or authority that allows it (GDPR Art. 10), or remove the columns.'
        : 'State the condition (GDPR Art. 9(2)), or remove the columns.',
  },
  'recipient-undeclared': {
    says: ({ dataset, detail }) =>
      `${shortName(detail.fileName)} from ${shortName(dataset.name)} went to ${shortName(detail.recipient)}, ` +
      (detail.retired === null
        ? 'whom no activity of the dataset names.'
        : `who is retired in the register (${detail.retired}).`),
    fix: ({ proposed, detail }) =>
      detail.retired !== null
        ? `Take ${detail.retired} up again by a new version, or make no further release to them.`
        : orTakeOver(
            proposed,
            detail.known
              ? 'Name the recipient in the activity: the register knows them already.'
              : 'Add the recipient to the register, and name them in the activity.',
          ),
  },
  'transfer-undeclared': {
    says: ({ dataset, detail }) =>
      `${shortName(detail.recipient)} in ${country(detail.country)} gets data of ${shortName(dataset.name)} without a declared transfer.`,
    fix: () => 'Declare the transfer and what it rests on (GDPR Art. 44–49).',
  },
  'retention-overdue': {
    says: ({ dataset, columns, detail }) =>
      columns.length === 0
        ? `${shortName(dataset.name)} was imported longer ago than the ${periodWords(detail.duration)} of ${shortName(detail.period)}.`
        : overdue(dataset.name, columns, periodWords(detail.duration), detail.period),
    fix: () => 'Delete or anonymise what is over, or change the period with a reason.',
  },
};

const columnsNotJudged: Record<WhyNotJudged, (columns: string, dataset: string, many: number) => string> = {
  unknown: (columns, dataset) => `Nothing tells what is in ${columns} of ${dataset}. Decide under Classify.`,
  'named-only': (columns, dataset, many) =>
    `${columns} of ${dataset} ${many === 1 ? 'is a name that sounds' : 'are names that sound'} like a special category, ` +
    `and no value there does. Decide under Classify.`,
  doubtful: (columns, dataset) => `What is in ${columns} of ${dataset} is a guess. Confirm it under Classify.`,
};

/** Sentences about what the data show and the register does not say. */
export const differencesText = {
  /** What is different, in one sentence. */
  says: (difference: Difference): string =>
    (sentences[difference.rule] as { says: (of: Difference) => string }).says(difference),
  /** What settles it. */
  fix: (difference: Difference): string =>
    (sentences[difference.rule] as { fix: (of: Difference) => string }).fix(difference),
  advice: ({ dataset, recipient, country: code, source }: Advice): string =>
    `Name the transfer of ${shortName(dataset.name)} to ${shortName(recipient)} in ${country(code)}, found adequate by ${source}.`,
  notJudged: (of: NotJudged): string => {
    const dataset = shortName(of.dataset.name);
    switch (of.what) {
      case 'columns':
        return columnsNotJudged[of.why](firstNames(of.columns), dataset, of.columns.length);
      case 'dataset-unreadable':
        return `What is kept of ${dataset} cannot be read here in full, so it is not known to agree with the register.`;
      case 'records-unreadable':
        return `${firstNames(of.refs)} cannot be read here, so what the register says of ${dataset} is not fully known.`;
      case 'recipient-not-named':
        return `${shortName(of.fileName)} was released from ${dataset} without saying to whom.`;
      case 'source-unknown':
        return of.dataset.name === ''
          ? `${shortName(of.fileName)} was released from a file that was never imported here, so the release is not ` +
              'held against the register. Import the file.'
          : `${shortName(of.fileName)} was released from ${dataset}, which is not in the workspace any more, so the ` +
              'release is not held against the register.';
      case 'country-not-stated':
        return `Where ${shortName(of.recipient)} is nobody stated, so transfers of ${dataset} are not judged.`;
      case 'no-period':
        return `No period is declared for ${dataset}, so nothing in it can be overdue.`;
      case 'period-without-date':
        return `Nothing in ${dataset} tells when ${shortName(of.period)} is over.`;
    }
  },
  /** What lets it be judged; empty where the sentence says so itself. */
  toJudge: (of: NotJudged): string => {
    switch (of.what) {
      case 'columns':
        return '';
      case 'dataset-unreadable':
        return datasetUnreadable(of.dataset).fix;
      case 'records-unreadable':
        return recordUnreadable({ refs: [...of.refs] }).fix;
      case 'recipient-not-named':
        return 'Name the recipient at the next release.';
      case 'source-unknown':
        return of.dataset.name === '' ? '' : 'Import the file again.';
      case 'country-not-stated':
        return 'State the country of the recipient.';
      case 'no-period':
        return 'State in the activity how long the data are kept.';
      case 'period-without-date':
        return 'State the length of the period, and from when it runs.';
    }
  },
} as const;
