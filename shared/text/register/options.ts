import type {
  assessmentDecisions,
  FearedEvent,
  HighRiskCriterion,
  RequiredCase,
  riskLevels,
  ScreeningResult,
} from '#shared/register/vocabulary/impact-assessment.ts';
import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type {
  Art9Condition,
  CompatibilityOutcome,
  interestHolders,
  SpecialCategory,
  weighingOutcomes,
} from '#shared/register/vocabulary/lawful-bases.ts';
import type { NoticeElement } from '#shared/register/vocabulary/notice-elements.ts';
import type {
  DataCategory,
  dataSourceKinds,
  DataSubjectCategory,
} from '#shared/register/vocabulary/people-and-data.ts';
import type {
  receivedForms,
  RecipientKind,
  TransferMechanism,
} from '#shared/register/vocabulary/recipients-and-transfers.ts';
import type { expiryActions, measureKinds, startEvents } from '#shared/register/vocabulary/retention-and-security.ts';

type WordsFor<O extends readonly string[]> = Readonly<Record<O[number], string>>;

export const yesNoWords = { yes: 'Yes', no: 'No' } as const;

export const lawfulBasisWords: Readonly<Record<LawfulBasis, string>> = {
  consent: 'Consent (Art. 6(1)(a))',
  contract: 'Contract with the person (Art. 6(1)(b))',
  'legal-obligation': 'Legal obligation (Art. 6(1)(c))',
  'vital-interests': 'Vital interests (Art. 6(1)(d))',
  'public-task': 'Task in the public interest (Art. 6(1)(e))',
  'legitimate-interests': 'Legitimate interests (Art. 6(1)(f))',
};

export const specialCategoryWords: Readonly<Record<SpecialCategory, string>> = {
  race_ethnicity: 'Racial or ethnic origin',
  political: 'Political opinions',
  religion: 'Religious or philosophical beliefs',
  trade_union: 'Trade union membership',
  genetic: 'Genetic data',
  biometric: 'Biometric data that identify a person',
  health: 'Health',
  sexual_orientation: 'Sex life or sexual orientation',
};

export const art9Words: Readonly<Record<Art9Condition, string>> = {
  'explicit-consent': 'Explicit consent (Art. 9(2)(a))',
  'employment-social-law': 'Employment and social protection law (Art. 9(2)(b))',
  'vital-interests-incapable': 'Vital interests of somebody who cannot consent (Art. 9(2)(c))',
  'non-profit-members': 'A non-profit body about its members (Art. 9(2)(d))',
  'made-public': 'Made public by the person (Art. 9(2)(e))',
  'legal-claims': 'Legal claims (Art. 9(2)(f))',
  'substantial-public-interest': 'Substantial public interest set in law (Art. 9(2)(g))',
  'health-care': 'Health or social care (Art. 9(2)(h))',
  'public-health': 'Public health (Art. 9(2)(i))',
  'archiving-research-statistics': 'Archiving, research or statistics (Art. 9(2)(j))',
};

export const dataSubjectWords: Readonly<Record<DataSubjectCategory, string>> = {
  customers: 'Customers',
  prospects: 'Prospects',
  visitors: 'Visitors of websites, apps or premises',
  members: 'Members',
  subscribers: 'Subscribers',
  employees: 'Employees',
  applicants: 'Job applicants',
  contractors: 'Contractors',
  suppliers: 'Suppliers and their contacts',
  'employees-of-clients': 'Employees of clients',
  patients: 'Patients',
  students: 'Students and pupils',
  minors: 'Children and young people under 18',
  'vulnerable-people': 'Vulnerable people',
  citizens: 'Citizens',
  other: 'Others',
};

export const dataCategoryWords: Readonly<Record<DataCategory, string>> = {
  identity: 'Identity: names, titles, customer numbers',
  contact: 'Contact: postal and e-mail addresses, phone numbers',
  'government-id': 'Numbers given by the state',
  credentials: 'Passwords and other credentials',
  demographic: 'Age, gender and similar facts',
  household: 'Family and household',
  employment: 'Work and education',
  location: 'Where somebody is or was',
  'online-identifier': 'Cookie, advertising and account identifiers',
  device: 'Devices and connections',
  financial: 'Accounts, income, payment',
  transaction: 'Orders, purchases, contracts',
  usage: 'Use of sites, apps and services',
  engagement: 'Reactions to messages and campaigns',
  'service-contact': 'Contacts with customer service',
  opinion: 'Opinions, ratings, answers to surveys',
  preference: 'Preferences and interests',
  consent: 'Consents and objections',
  'image-voice': 'Pictures, video and voice',
  'free-text': 'Free text',
  special: 'Special categories (Art. 9)',
  criminal: 'Criminal convictions and offences (Art. 10)',
  other: 'Others',
};

export const dataSourceWords: WordsFor<typeof dataSourceKinds> = {
  subject: 'The people themselves',
  'third-party': 'Somebody else',
  public: 'Public sources',
  inferred: 'Worked out from other data',
};

export const recipientKindWords: Readonly<Record<RecipientKind, string>> = {
  'internal-unit': 'A unit of the organisation',
  'group-company': 'A company of the group',
  'external-controller': 'Another controller',
  'joint-controller': 'A joint controller (Art. 26)',
  processor: 'A processor (Art. 28)',
  'sub-processor': 'A sub-processor (Art. 28(2))',
  authority: 'A public authority',
  'platform-audience': 'An audience of an advertising platform',
  public: 'The public',
};

export const receivedFormWords: WordsFor<typeof receivedForms> = {
  raw: 'As they are',
  'keyed-pseudonym': 'With keyed pseudonyms in place of identifiers',
  'platform-hash': 'With hashes that the platform can match',
  aggregated: 'As figures about groups',
  anonymised: 'Anonymised',
};

export const transferMechanismWords: Readonly<Record<TransferMechanism, string>> = {
  'A45-3': 'Adequacy decision (Art. 45(3))',
  'A46-2-a': 'Instrument between public bodies (Art. 46(2)(a))',
  'A46-2-b': 'Binding corporate rules (Art. 46(2)(b))',
  'A46-2-c': 'Standard clauses of the Commission (Art. 46(2)(c))',
  'A46-2-d': 'Standard clauses of an authority (Art. 46(2)(d))',
  'A46-2-e': 'Approved code of conduct (Art. 46(2)(e))',
  'A46-2-f': 'Approved certification (Art. 46(2)(f))',
  'A46-3-a': 'Contract clauses authorised by an authority (Art. 46(3)(a))',
  'A46-3-b': 'Administrative arrangement between public bodies (Art. 46(3)(b))',
  'A49-1-a': 'Explicit consent, risks told (Art. 49(1)(a))',
  'A49-1-b': 'Contract with the person (Art. 49(1)(b))',
  'A49-1-c': 'Contract in the person’s interest (Art. 49(1)(c))',
  'A49-1-d': 'Important public interest (Art. 49(1)(d))',
  'A49-1-e': 'Legal claims (Art. 49(1)(e))',
  'A49-1-f': 'Vital interests (Art. 49(1)(f))',
  'A49-1-g': 'A public register (Art. 49(1)(g))',
  'A49-2': 'Compelling legitimate interests, not repetitive (Art. 49(1) second subparagraph)',
};

export const startEventWords: WordsFor<typeof startEvents> = {
  collected: 'when the data were collected',
  'last-seen': 'when the person was last active',
  'last-purchase': 'when the person last bought something',
  'contract-end': 'when the contract ended',
  'consent-withdrawn': 'when consent was withdrawn',
  'account-closed': 'when the account was closed',
};

export const expiryActionWords: WordsFor<typeof expiryActions> = {
  delete: 'They are deleted',
  anonymise: 'They are anonymised',
  'pseudonymise-then-delete': 'They are pseudonymised, and deleted later',
  review: 'Somebody decides',
};

export const measureKindWords: WordsFor<typeof measureKinds> = {
  'access-control': 'Access control',
  traceability: 'Logging of who did what',
  'software-protection': 'Protection of software: updates, malware, testing',
  backup: 'Backups',
  encryption: 'Encryption',
  pseudonymisation: 'Pseudonymisation',
  resilience: 'Availability and resilience',
  'regular-testing': 'Regular testing of the measures',
  'processor-control': 'Control of processors',
  organisational: 'Rules, training, duties of confidence',
  other: 'Others',
};

export const interestHolderWords: WordsFor<typeof interestHolders> = {
  controller: 'The organisation’s',
  'third-party': 'Somebody else’s',
  public: 'The public’s',
};

export const weighingOutcomeWords: WordsFor<typeof weighingOutcomes> = {
  'interest-prevails': 'The interest prevails: the basis holds',
  'people-prevail': 'People’s interests prevail: the basis does not hold',
  open: 'Open',
};

export const compatibilityOutcomeWords: Readonly<Record<CompatibilityOutcome, string>> = {
  compatible: 'Compatible',
  incompatible: 'Not compatible',
  'new-consent': 'People are asked again',
  law: 'A law asks for it or allows it (Art. 23(1))',
  research: 'Archiving, research or statistics with safeguards (Art. 89(1))',
};

export const noticeElementWords: Readonly<Record<NoticeElement, string>> = {
  controller: 'Who is responsible',
  representative: 'The representative in the Union',
  dpo: 'The data protection officer',
  purpose: 'The purpose',
  basis: 'The lawful basis',
  interest: 'The legitimate interest',
  categories: 'Which data',
  source: 'Where they come from',
  recipients: 'Who gets them',
  transfers: 'Transfers out of the EEA',
  retention: 'How long they are kept',
  rights: 'People’s rights',
  withdrawal: 'How consent is withdrawn',
  complaint: 'Where to complain',
  obligation: 'Whether data must be given',
  'automated-decision': 'Decisions by machines',
};

export const requiredCaseWords: Readonly<Record<RequiredCase, string>> = {
  'evaluation-with-effect': 'Evaluation of people with a serious effect on them (Art. 35(3)(a))',
  'large-scale-special': 'Special or criminal data on a large scale (Art. 35(3)(b))',
  'public-area-monitoring': 'Monitoring of public places on a large scale (Art. 35(3)(c))',
};

export const highRiskWords: Readonly<Record<HighRiskCriterion, string>> = {
  'evaluation-scoring': 'People are evaluated or scored',
  'automated-decision': 'A machine decides with a serious effect',
  'systematic-monitoring': 'People are monitored systematically',
  'sensitive-data': 'Special or very personal data',
  'large-scale': 'On a large scale',
  'matching-combining': 'Datasets are matched or combined',
  'vulnerable-people': 'Vulnerable people',
  'new-technology': 'New technology, or a new use of it',
  'prevents-right-or-service': 'It can keep people from a right, a service or a contract',
};

export const screeningResultWords: Readonly<Record<ScreeningResult, string>> = {
  required: 'Required',
  recommended: 'Recommended',
  'not-required': 'Not required',
  exempt: 'Exempt',
};

export const fearedEventWords: Readonly<Record<FearedEvent, string>> = {
  'illegitimate-access': 'Somebody sees data who should not',
  'unwanted-change': 'Data are changed',
  disappearance: 'Data are lost',
  'found-again-by-linking': 'People are found again by linking',
  'unwanted-inference': 'Something is concluded that they did not tell',
  'chosen-unfairly': 'People are chosen unfairly',
  'function-creep': 'Data are used for ever more',
  'loss-of-control': 'People lose control of their data',
};

export const riskLevelWords: WordsFor<typeof riskLevels> = {
  '1': '1, negligible',
  '2': '2, limited',
  '3': '3, significant',
  '4': '4, greatest',
};

export const assessmentDecisionWords: WordsFor<typeof assessmentDecisions> = {
  approve: 'Go ahead',
  'approve-with-conditions': 'Go ahead under conditions',
  reject: 'Do not go ahead',
  refer: 'Ask the authority first (Art. 36)',
};
