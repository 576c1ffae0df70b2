import type { TemplateFieldId, WhoAnswers } from '#shared/register/impact/edpb-template.ts';
import type { Screened, ScreeningAnswer, Threshold } from '#shared/register/impact/screen.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import { firstNames, quotedNames } from '../names.ts';
import { shortLabels } from '../labels.ts';
import { count, counted, listed, percent } from '../numbers.ts';
import { fearedEventWords, highRiskWords, requiredCaseWords } from './options.ts';
import type { FearedEvent, HighRiskCriterion, RequiredCase } from '#shared/register/vocabulary/impact-assessment.ts';

const answers: Record<ScreeningAnswer, string> = { yes: 'Yes', no: 'No', unknown: 'Not known' };

type Shown = Pick<Screened<string>, 'by' | 'names' | 'count' | 'threshold' | 'answer' | 'said' | 'shown'>;

/** From which number on a count is taken for large, and who says so. */
const heldAgainst = ({ value, since, source, set }: Threshold): string =>
  `From ${count(value)} on a large scale is proposed (${
    set === null ? `${source}${since === null ? '' : `; holds since ${since}`}` : `set by ${set.by}: ${set.reason}`
  }).`;

/** What the data show where somebody answered otherwise. */
const against: Record<ScreeningAnswer, string> = {
  yes: 'The data show that it is so.',
  no: 'The data do not show it.',
  unknown: 'No data show it.',
};

/** What somebody wrote, so that another sentence may follow it. */
const sentenceOf = (said: string): string => {
  const words = said.trim();
  return /[.!?…]$/.test(words) ? words : `${words}.`;
};

/** What an answer of the screening goes by. */
function evidence({ by, names, count: counts, threshold, answer, said = '', shown }: Shown): string {
  switch (by) {
    case 'columns':
      return names.length > 0 ? `Columns show it: ${firstNames(names)}.` : 'No column of its datasets shows it.';
    case 'people':
      return [
        said === '' ? 'A person answered it, and gave no evidence.' : sentenceOf(said),
        shown === undefined ? '' : against[shown],
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'rows':
      return [
        `Counted: ${counted(counts ?? 0, 'row or person', 'rows or people')}, in its largest dataset or as the activity states.`,
        threshold === undefined ? '' : heldAgainst(threshold),
        answer === 'unknown'
          ? 'How long, over which area and who else is concerned no file tells: a person decides.'
          : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'activity':
      return answer === 'yes' ? 'The activity says so.' : 'The activity says that it is not so.';
    case 'datasets':
      return names.length > 1 ? `It uses several datasets: ${firstNames(names)}.` : 'It uses one dataset alone.';
    case 'recipients':
      return `A platform matches the list with its own data: ${firstNames(names)}.`;
    case 'purpose':
      return `Its purpose is one view of a customer: ${firstNames(names)}.`;
    case 'criteria':
      return names.length > 0
        ? `It follows from the criteria, and from ${firstNames(names)}.`
        : 'It follows from the criteria.';
    case 'nobody-stated':
      return 'No data show it: a person must answer.';
    case 'no-dataset':
      return 'No dataset of the workspace is named in the activity, so nothing shows it.';
    case 'not-readable':
      return `What would show it cannot be read in full, so nobody can tell: ${firstNames(names)}.`;
  }
}

const fieldNames: Record<TemplateFieldId, string> = {
  controllers: 'Who is responsible',
  processors: 'Processors and their tasks',
  name: 'What the processing is called',
  planning: 'When it begins and ends',
  team: 'Who took part in the assessment',
  materials: 'Documents it goes by',
  reasons: 'Why it is assessed',
  scope: 'What is assessed, and what is not',
  completed: 'When the assessment was completed',
  approved: 'Who approved it, and when',
  publication: 'Whether it will be published',
  data: 'Personal data',
  'special-data': 'Special categories and data on offences',
  people: 'Whose data',
  purposes: 'Purposes, and the data each needs',
  'further-uses': 'Further uses and their compatibility',
  nature: 'What is done with the data',
  extent: 'How much, how many, where, how long',
  context: 'Circumstances, and how people know us',
  transfers: 'Where data go abroad',
  phases: 'From collection to deletion',
  assets: 'Systems and means',
  'codes-of-conduct': 'Codes of conduct',
  'legal-basis': 'Lawful basis of each purpose',
  'special-condition': 'What allows special categories',
  minimisation: 'Why the data are needed',
  retention: 'How long they are kept, and why',
  'data-quality': 'How they are kept right',
  information: 'How people are told',
  rights: 'How people use their rights',
  recipients: 'Who else gets them, on which contract',
  'by-design': 'Data protection by design and by default',
  security: 'Security',
  'design-risks': 'Risks where everything works as meant',
  necessity: 'Why it is necessary',
  proportionality: 'Why it is proportionate',
  'accident-risks': 'Risks where something goes wrong',
  method: 'How risks were found and rated',
  'inherent-risk': 'Risks before further measures',
  'further-measures': 'Further measures',
  'residual-risk': 'Risks after them',
  'action-plan': 'Who does what by when',
  'dpo-advice': 'Advice of the data protection officer',
  views: 'Views of the people concerned',
  decision: 'Decision',
  conditions: 'Conditions',
  'prior-consultation': 'Prior consultation of the authority',
  justification: 'Why it was decided so',
  review: 'When it is looked at again',
};

const whoNames: Record<WhoAnswers, string> = {
  owner: 'the owner of the activity',
  dpo: 'the data protection officer',
  security: 'whoever answers for security',
  processor: 'the processor, asked by the owner',
  decider: 'whoever decides on the processing',
  people: 'the people concerned, or who speaks for them',
};

/** What of the data makes a feared event likely where everything works as meant. */
const shows: Partial<Record<FearedEvent, (names: string[]) => string>> = {
  'found-again-by-linking': (names) => `columns by which people can be known: ${firstNames(names)}`,
  'unwanted-inference': (names) => `columns that reveal or can reveal special categories: ${firstNames(names)}`,
  'chosen-unfairly': (names) => `people are chosen for ${firstNames(names)}`,
  'function-creep': (names) => `several purposes on the same data: ${firstNames(names)}`,
  'loss-of-control': (names) => `others get the data: ${firstNames(names)}`,
};

type Answered = readonly Pick<Screened<string>, 'answer'>[];

const held = (all: Answered): string => {
  const [holds, unknown] = (['yes', 'unknown'] as const).map(
    (which) => all.filter(({ answer }) => answer === which).length,
  ) as [number, number];
  return `${holds} ${holds === 1 ? 'holds' : 'hold'}${unknown === 0 ? '' : `, ${unknown} not known`}`;
};

export const impactText = {
  /** The criteria and the cases of the law, counted apart: one case settles it, of criteria two do. */
  tally: ({ criteria, cases }: { criteria: Answered; cases: Answered }): string =>
    `Of the ${criteria.length} criteria of WP248 ${held(criteria)}; of the ${cases.length} cases of Art. 35(3) ${held(cases)}.`,
  answer: (answer: ScreeningAnswer): string => answers[answer],
  criterion: (id: HighRiskCriterion): string => highRiskWords[id],
  case: (id: RequiredCase): string => requiredCaseWords[id],
  evidence,
  /** One reason to assess: a case or criterion that holds, and what shows it. */
  reason: (name: string, shown: Shown): string => `${name}: ${evidence(shown)}`,
  field: (id: TemplateFieldId): string => fieldNames[id],
  event: (id: FearedEvent): string => fearedEventWords[id],
  /** `role` and `name` of one value: "Processor: Agency Nord". */
  named: (role: string, name: string): string => `${role}: ${name}`,
  because: (what: string, why: string): string => `${what}: ${why}`,
  asTold: (words: string): string => `As people are told: “${words}”`,
  none: 'None, as the register says.',
  /** Whoever wrote entries that the assessment goes by. */
  wrote: (name: string, refs: readonly string[]): string => `${name} wrote ${listed(refs)}`,
  covers: (ref: string, purposes: readonly string[], datasets: readonly string[]): string =>
    purposes.length === 0
      ? `${ref} with its datasets ${quotedNames(datasets)}; no purpose is stated yet.`
      : `${ref} with its purposes ${quotedNames(purposes)} and its datasets ${quotedNames(datasets)}.`,
  standsAgainst: (event: FearedEvent, measures: readonly string[]): string =>
    measures.length === 0
      ? `${fearedEventWords[event]}: nothing in the register stands against it.`
      : `${fearedEventWords[event]}. Against it: ${measures.join('; ')}.`,
  /** What a record is called that is begun from an activity. */
  called: {
    screening: (activity: string): string => `Screening of ${activity}`,
    assessment: (activity: string): string => `Impact assessment of ${activity}`,
  },
  /** What makes a feared event likely; empty where only a person can say. */
  causes: (event: FearedEvent, names: string[]): string => {
    const said = shows[event]?.(names) ?? '';
    return said.charAt(0).toUpperCase() + said.slice(1);
  },
  notDecided: 'not decided yet',
  kindNotStated: 'what kind of recipient it is, is not stated',
  hereSince: (dataset: string, day: string): string => `“${dataset}” is in this workspace since ${day}.`,
  approvedBy: (by: string, day: string, byAnother: boolean): string =>
    byAnother
      ? `${by}, ${day}, by a signature over this version.`
      : `${by}, ${day}, by a signature over this version. Nobody else works in the workspace, so nobody else looked.`,
  about: (people: readonly string[]): string => (people.length === 0 ? '' : `About: ${people.join('; ')}.`),
  came: (kind: string, channel: string | null): string =>
    channel === null ? `They come from: ${kind}.` : `They come from: ${kind} (${channel}).`,
  sealedHere: (dataset: string, file: string): string =>
    `Custos on this machine: “${dataset}” from the file ${file}, sealed in the workspace.`,
  spare: (names: string[]): string => `No purpose needs ${firstNames(names)}: to be removed.`,
  sealed: 'imported rows are kept sealed (AES-256-GCM), and values are masked until somebody asks to see them',
  logged: 'every step is signed and chained in a log that shows any change',
  /** What the program does with whatever it holds. */
  kept: [
    'Imported rows lie sealed (AES-256-GCM) in the workspace; values are masked on the screen until somebody asks to see them, which is logged.',
    'Every step is an entry of a signed log in which any later change shows.',
  ] as const,
  releasedAs: (label: ReleaseLabel, k: number | null, rows: number | null): string =>
    `released as ${shortLabels[label]}${k === null ? '' : `, groups of ${k} or more`}${
      rows === null ? '' : `, ${counted(rows, 'row')}`
    }`,
  checkedFor: {
    E4: 'checked at a release: no column of origin or belief leaves (E4)',
    E6: 'checked at a release for bias (E6)',
  } as const,
  boundBy: (name: string): string => `${name}: a release for another purpose is refused`,
  underContract: (recipient: string, contract: string): string => `${recipient} is bound by ${contract}`,
  notDoneYet: (what: string): string => `${what} (planned, not done yet)`,
  measuredMethod:
    'Data and register show which risks there are; how easily people are found again was measured on each written file: ' +
    'groups, rows equal to one source row, singling out, linkability and inference. Severity and likelihood are rated 1 to 4.',
  aloneBefore: (dataset: string, columns: readonly string[], share: number): string =>
    `Measured before any measure: by ${quotedNames(columns)} ${percent(share)} of the rows of “${dataset}” stand alone. Not rated yet.`,
  measuredAfter: (label: ReleaseLabel, rows: number, k: number, relinkable: number): string =>
    `Measured on the released file (${shortLabels[label]}): smallest group ${k}, ${percent(relinkable)} of ${counted(rows, 'row')} ` +
    'equal exactly one source row. Not rated yet.',
  from: (day: string): string => `from ${day}`,
  until: (day: string): string => `until ${day}`,
  columns: (dataset: string, names: readonly string[]): string => `${dataset}: ${firstNames(names)}`,
  noSpecial: 'No column of its datasets is of such a kind, and no entry declares any.',
  rows: (dataset: string, rows: number): string => `${dataset}: ${counted(rows, 'row')}`,
  people: (people: number): string => counted(people, 'person', 'people'),
  imported: (dataset: string, day: string | null): string =>
    day === null ? `Collected in “${dataset}”.` : `Collected in “${dataset}”, imported on ${day}.`,
  released: (kind: string, purpose: string): string => `Released (${kind}) for ${purpose}.`,
  atTheEnd: (name: string, action: string): string => `${name}. When the period is over: ${action}.`,
  needs: (needed: number, columns: number): string =>
    `${needed} of ${counted(columns, 'column')} are needed, by what was decided or the purpose lists.`,
  noFurtherUse: 'No further use was tested or declared.',
  boundToThese: 'The data are bound to these purposes: a release for another one is refused.',
  noticeValid: (title: string, day: string): string => `${title}, since ${day}.`,
  forms: (kinds: readonly string[]): string => `Releases left as: ${kinds.join(', ')}.`,
  checked: (columns: number, of: number): string =>
    `A person looked at ${columns} of ${counted(of, 'column')}, ${percent(of === 0 ? 0 : columns / of)}.`,
  shows: (event: FearedEvent, names: string[]): string =>
    `${fearedEventWords[event]}: ${shows[event]?.(names) ?? firstNames(names)}.`,
  /** One risk with its rating: severity × likelihood, before or after the measures. */
  rated: (event: FearedEvent, severity: string, likelihood: string): string =>
    `${fearedEventWords[event]}: severity ${severity} of 4, likelihood ${likelihood} of 4.`,
  risk: (event: FearedEvent, impact: string): string => `${fearedEventWords[event]}: ${impact}`,
  planned: (what: string, owner: string, due: string): string =>
    [what, owner, due].filter((part) => part !== '').join(', '),
  consultationNote: (published: string, until: string): string =>
    `The template is the EDPB’s version for public consultation, published ${published}, comments until ${until}: ` +
    'it is not final, and sections or fields may change.',
  title: (activity: string): string => `Data protection impact assessment: ${activity}`,
  sections: [
    'Overview',
    'Description of the processing',
    'Analysis of the processing',
    'Necessity and proportionality',
    'Risks and measures',
    'Involvement of interested parties',
    'Conclusion and decision',
  ] as const,
  dataset: (name: string): string => `dataset “${name}”`,
  release: (entry: number | null): string => (entry === null ? 'a release' : `release, entry ${entry}`),
  filled: (filled: number, fields: number): string => `${filled} of ${fields} fields are filled.`,
  open: (who: WhoAnswers): string => `Open. To be answered by ${whoNames[who]}.`,
  /** Beside an open field: what might answer it. */
  mightAnswer: (names: readonly string[]): string =>
    `What would tell cannot be read in full here: ${firstNames(names)}.`,
  /** Beside what fills a field: it is not all that there is. */
  unread: (names: readonly string[]): string => `More may belong here: ${firstNames(names)} cannot be read in full.`,
  /** An entry that a field goes by. */
  fromEntry: (ref: string, entry: number | null): string => (entry === null ? ref : `${ref}, entry ${entry}`),
  goesBy: (entries: readonly string[]): string => `Goes by ${entries.join('; ')}.`,
  numbered: (number: string | null, name: string): string => (number === null ? name : `${number} ${name}`),
};
