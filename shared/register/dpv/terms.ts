import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { Art9Condition, SpecialCategory } from '../vocabulary/lawful-bases.ts';
import type { DataCategory, dataSourceKinds, DataSubjectCategory } from '../vocabulary/people-and-data.ts';
import type { RecipientKind, TransferMechanism } from '../vocabulary/recipients-and-transfers.ts';
import type { MeasureKind } from '../vocabulary/retention-and-security.ts';

/** Terms of DPV 2.3 for our words; where it has none of its own, the next wider one, and our word as a notation. */
type Terms<Code extends string> = Readonly<Record<Code, string>>;

export const subjectTerms: Terms<DataSubjectCategory> = {
  customers: 'dpv:Customer',
  prospects: 'dpv:DataSubject',
  visitors: 'dpv:Visitor',
  members: 'dpv:Member',
  subscribers: 'dpv:Subscriber',
  employees: 'dpv:Employee',
  applicants: 'dpv:JobApplicant',
  contractors: 'dpv:DataSubject',
  suppliers: 'dpv:DataSubject',
  'employees-of-clients': 'dpv:DataSubject',
  patients: 'dpv:Patient',
  students: 'dpv:Student',
  minors: 'dpv:Child',
  'vulnerable-people': 'dpv:VulnerableDataSubject',
  citizens: 'dpv:Citizen',
  other: 'dpv:DataSubject',
};

export const dataTerms: Terms<DataCategory> = {
  identity: 'pd:Identifying',
  contact: 'pd:Contact',
  'government-id': 'pd:OfficialID',
  credentials: 'pd:Authenticating',
  demographic: 'pd:Demographic',
  household: 'pd:Household',
  employment: 'pd:Professional',
  location: 'pd:Location',
  'online-identifier': 'pd:UID',
  device: 'pd:DeviceBased',
  financial: 'pd:Financial',
  transaction: 'pd:Transactional',
  usage: 'pd:ServiceConsumptionBehaviour',
  engagement: 'pd:Behavioural',
  'service-contact': 'pd:Communication',
  opinion: 'pd:Opinion',
  preference: 'pd:Preference',
  consent: 'pd:PrivacyPreference',
  'image-voice': 'dpv:PersonalData',
  'free-text': 'dpv:PersonalData',
  special: 'dpv:SpecialCategoryPersonalData',
  criminal: 'pd:Criminal',
  other: 'dpv:PersonalData',
};

export const specialTerms: Terms<SpecialCategory> = {
  race_ethnicity: 'pd:EthnicOrigin',
  political: 'pd:PoliticalOpinion',
  religion: 'pd:ReligiousBelief',
  trade_union: 'pd:TradeUnionMembership',
  genetic: 'pd:Genetic',
  biometric: 'pd:Biometric',
  health: 'pd:Health',
  sexual_orientation: 'pd:Sexual',
};

export const basisTerms: Terms<LawfulBasis> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
  'vital-interests': 'eu-gdpr:A6-1-d',
  'public-task': 'eu-gdpr:A6-1-e',
  'legitimate-interests': 'eu-gdpr:A6-1-f',
};

export const conditionTerms: Terms<Art9Condition> = {
  'explicit-consent': 'eu-gdpr:A9-2-a',
  'employment-social-law': 'eu-gdpr:A9-2-b',
  'vital-interests-incapable': 'eu-gdpr:A9-2-c',
  'non-profit-members': 'eu-gdpr:A9-2-d',
  'made-public': 'eu-gdpr:A9-2-e',
  'legal-claims': 'eu-gdpr:A9-2-f',
  'substantial-public-interest': 'eu-gdpr:A9-2-g',
  'health-care': 'eu-gdpr:A9-2-h',
  'public-health': 'eu-gdpr:A9-2-i',
  'archiving-research-statistics': 'eu-gdpr:A9-2-j',
};

/** The mechanisms are called by DPV's own terms: `A46-2-c`. */
export const mechanismTerm = (mechanism: TransferMechanism): string => `eu-gdpr:${mechanism}`;

export const recipientTerms: Terms<RecipientKind> = {
  'internal-unit': 'dpv:OrganisationalUnit',
  'group-company': 'dpv:ThirdParty',
  'external-controller': 'dpv:DataController',
  'joint-controller': 'dpv:JointDataControllers',
  processor: 'dpv:DataProcessor',
  'sub-processor': 'dpv:DataSubProcessor',
  authority: 'dpv:Authority',
  'platform-audience': 'dpv:ThirdParty',
  public: 'dpv:Recipient',
};

export const measureTerms: Terms<MeasureKind> = {
  'access-control': 'dpv:AccessControlMethod',
  traceability: 'dpv:ActivityMonitoring',
  'software-protection': 'dpv:SecurityMethod',
  backup: 'dpv:DataBackupProtocols',
  encryption: 'dpv:Encryption',
  pseudonymisation: 'dpv:Pseudonymisation',
  resilience: 'dpv:DisasterRecoveryProcedures',
  'regular-testing': 'dpv:EffectivenessDeterminationProcedures',
  'processor-control': 'dpv:ThirdPartySecurityProcedures',
  organisational: 'dpv:OrganisationalMeasure',
  other: 'dpv:TechnicalOrganisationalMeasure',
};

export const sourceTerms: Terms<(typeof dataSourceKinds)[number]> = {
  subject: 'dpv:DataSubjectDataSource',
  'third-party': 'dpv:ThirdPartyDataSource',
  public: 'dpv:PublicDataSource',
  inferred: 'dpv:DataSource',
};

export const automationTerms: Terms<'none' | 'assisted' | 'solely-automated'> = {
  none: 'dpv:NotAutomated',
  assisted: 'dpv:AssistiveAutomation',
  'solely-automated': 'dpv:FullAutomation',
};

/** Classes and properties of the record itself. */
export const recordTerms = {
  register: 'dpv:ROPA',
  activity: 'dpv:PersonalDataProcess',
  purpose: 'dpv:Purpose',
  recipient: 'dpv:Recipient',
  controller: 'dpv:DataController',
  processor: 'dpv:DataProcessor',
  jointController: 'dpv:JointDataControllers',
  officer: 'dpv:DataProtectionOfficer',
  representative: 'dpv:Representative',
  transfer: 'dpv:Transfer',
  storage: 'dpv:StorageDuration',
  system: 'dpv:Technology',
  source: 'dpv:DataSource',
  measure: 'dpv:TechnicalOrganisationalMeasure',
  unit: 'dpv:OrganisationalUnit',
} as const;

/** The code that a term stands for where it stands for one alone. */
export const codeOfTerm = <Code extends string>(terms: Terms<Code>, term: string): Code | undefined =>
  (Object.keys(terms) as Code[]).find((code) => terms[code] === term);
