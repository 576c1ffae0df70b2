import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { BreachCell, WhoTells } from '#shared/cases/breach/cells.ts';
import type { BreachFormId } from '#shared/domain/breach.ts';
import type { BreachFormSection } from '#shared/cases/breach/forms/index.ts';
import type { BreachForm } from '#shared/cases/breach/forms/form.ts';
import { count, counted, listed } from '../numbers.ts';
import { firstNames } from '../names.ts';
import { flagText } from '../window/classes.ts';
import { breachWords as words } from './breach.ts';

/** What each thing that an authority asks is called. */
const cells: Record<BreachCell, string> = {
  'notification-kind': 'Kind of notification',
  'own-reference': 'Our reference',
  'authority-reference': 'Reference of the authority',
  'lead-authority': 'Lead authority',
  'late-reason': 'Reasons for the delay, where told after the hours',
  'other-countries': 'Countries beside our own in which people are affected',
  'controller-name': 'Controller',
  'controller-address': 'Address',
  'controller-email': 'E-mail',
  'controller-phone': 'Telephone',
  'controller-role': 'Role',
  'joint-controllers': 'Joint controllers',
  representative: 'Representative in the Union',
  reporter: 'Who reports it',
  contact: 'Contact for further questions',
  'dpo-name': 'Data protection officer',
  'dpo-email': 'E-mail of the data protection officer',
  'dpo-phone': 'Telephone of the data protection officer',
  processor: 'Processor involved',
  'processor-told': 'When the processor told us',
  'what-happened': 'What happened',
  established: 'Established or supposed',
  'aware-at': 'When we became aware',
  'detected-at': 'When it was detected',
  'occurred-from': 'When it began',
  'occurred-to': 'When it ended',
  duration: 'How long it lasted',
  'going-on': 'Whether it is still going on',
  types: 'Kind of breach',
  cause: 'Cause',
  purposes: 'What the data are used for',
  'people-number': 'Number of people, approximately',
  'people-are': 'Whose data they are',
  minors: 'Children',
  countries: 'Countries of the people',
  identifiable: 'Whether people are named',
  'records-number': 'Number of records, approximately',
  'data-kinds': 'Kinds of data',
  'special-data': 'Special categories and criminal offences',
  tables: 'Datasets and files',
  encrypted: 'Encrypted',
  key: 'Whether the key is with others',
  pseudonymised: 'How identifiers stand in the data',
  backups: 'Whether there are backups',
  'measures-before': 'Security measures before the breach',
  consequences: 'Likely consequences for the people',
  severity: 'Severity',
  'severity-reason': 'Why this severity',
  risk: 'Risk for the rights and freedoms of the people',
  'risk-reason': 'Why',
  'measures-taken': 'Measures taken',
  'measures-planned': 'Measures planned, so that it does not happen again',
  'advice-to-people': 'What people can do themselves',
  'people-decision': 'Whether the people are told',
  'people-reason': 'Why, or why not',
  'people-told-at': 'When they were told',
  'people-told-number': 'How many were told',
  'people-told-channel': 'How they were told',
  phases: 'Further information since the first notification',
};

const sections: Record<BreachFormSection, string> = {
  notification: 'The notification',
  controller: 'Controller, reporting person, data protection officer',
  nature: 'Nature of the breach',
  people: 'People affected',
  data: 'Data affected',
  before: 'Protection in place before the breach',
  consequences: 'Likely consequences',
  measures: 'Measures',
  told: 'Telling the people',
  further: 'Further information',
};

const asks: Record<WhoTells, string> = {
  officer: 'to be stated in the record of the breach',
  register: 'to be stated in the register of processing, under the organisation, purposes or measures',
  security: 'to be stated by whoever is responsible for security',
  decider: 'to be stated with the decision',
};

const called: Record<BreachFormId, string> = {
  edpb: 'the EDPB’s common template',
  ico: 'the ICO’s form',
  cnil: 'the CNIL’s service for notifications',
};

/** What a draft says in the fields of a form. */
export const breachCellText = {
  cell: (id: BreachCell) => cells[id],
  section: (id: BreachFormSection) => sections[id],
  open: (who: WhoTells) => `Open: ${asks[who]}.`,
  form: (id: BreachFormId) => called[id],
  by: { workspace: 'from the workspace', person: 'stated for this breach' },
  first: 'First notification',
  inPhases: (phases: number) => `Further information in phases (Art. 33(4)): ${counted(phases, 'phase')} so far`,
  inTime: 'None: told within the hours',
  notYetDue: 'None: the hours are not over',
  none: 'None',
  noneYet: 'None yet',
  noneSoFar: 'None so far',
  sealedAtRest: 'Datasets are kept encrypted (AES-256-GCM); the key is sealed by a passphrase (scrypt)',
  moment: (local: string, zone: string, utc: string) => `${local} (${zone}); ${utc} UTC`,
  established: 'Established',
  supposed: 'Supposed',
  lasted: (hours: number) => (hours < 48 ? counted(Math.round(hours), 'hour') : counted(Math.round(hours / 24), 'day')),
  goesOn: (state: string) => `Yes: ${state}`,
  isOver: (state: string) => `No: ${state}`,
  rows: (rows: number) => counted(rows, 'record'),
  noAge: 'Not known: no column tells an age',
  country: (country: string, rows: number) => `${country}: ${counted(rows, 'record')}`,
  named: 'Yes: data in the clear point at single people',
  notNamed: (form: string) => `Not by name: identifiers are ${form}`,
  flags: (flags: readonly ColumnFlag[]) => listed(flags.map((flag) => flagText[flag])),
  untold: (columns: readonly string[]) =>
    `${counted(columns.length, 'column')} whose kind nothing tells: ${firstNames(columns)}`,
  noSpecial: 'None was found in the columns; nobody has looked at texts',
  table: (name: string, rows: number, columns: number) =>
    `${name}: ${counted(rows, 'row')}, ${counted(columns, 'column')}`,
  severity: (severity: number) => `${severity} of 4: ${words.severities[severity]}`,
  told: 'They are told',
  notTold: (ground: string) => `They are not told. ${ground}`,
  peopleTold: (people: number) => count(people),
  phase: (at: string, content: string) => `${at}: ${content}`,
  follows: (form: BreachForm): string =>
    form.read === 'coverage'
      ? `The fields stand in the order of what the form covers; ` +
        `${form.questions === null ? 'its questions' : `its ${form.questions} questions`} were not read one by one, and no ` +
        'field bears a number of it.'
      : 'The fields stand in the order of the form, in our own words.',
  status: (form: BreachForm): string =>
    form.status === 'consultation'
      ? `A version for consultation${form.adoptedOn === null ? '' : ` adopted on ${form.adoptedOn}`}: it may change. `
      : '',
  source: (form: BreachForm) => `Source: ${form.source}. Looked up on ${form.checkedOn}.`,
  filled: (filled: number, fields: number) => `${filled} of ${fields} fields are filled.`,
};
