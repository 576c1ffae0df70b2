import type { RecordStanding } from '#shared/register/impact/impact-document.ts';
import type { ImpactRisk, RiskRating } from '#shared/register/impact/risks.ts';
import type { ScreeningAnswer, ScreeningProposal } from '#shared/register/impact/screen.ts';
import { impactDocumentText } from '../register/impact-page.ts';
import { stateWords } from '../register/index.ts';
import { count, counted } from '../numbers.ts';
import { firstNames } from '../names.ts';

/** Sentences of the screen of impact assessments. */
export const impactWindowText = {
  open: 'Impact assessment',
  ofActivity: 'Whether this activity needs an impact assessment (Art. 35), and what is known of it already.',
  assess: 'Impact assessment of',
  /** Activities that are offered by name above the list. */
  mostOffered: 8,
  more: (more: number) => `and ${counted(more, 'activity', 'activities')} more, each from its own page`,
  activity: (ref: string, title: string) => `${ref} ${title}`.trim(),
  title: (ref: string, name: string) => `Impact assessment of ${ref} ${name}`,
  back: 'Back to the assessments',
  backTo: (ref: string) => `Back to ${ref}`,
  nextOpen: 'Go to the next open field of the assessment',
  counts: (fields: number, byRegister: number, byAssessment: number) =>
    `${counted(fields, 'field')}: ${count(byRegister)} ◇, ${count(byAssessment)} written here, ` +
    `${count(fields - byRegister - byAssessment)} open`,
  begin: { screening: 'Begin the screening', assessment: 'Begin the assessment' },
  begun: {
    screening: (ref: string) => `${ref} began, with what data and register show. Nothing is decided.`,
    assessment: (ref: string) => `${ref} began. Nothing is decided.`,
  },
  opens: ({ ref, state, version }: RecordStanding) => `${ref}, ${stateWords[state]} v${version}`,
  dataset: (name: string, columns: readonly string[]) =>
    columns.length === 0 ? `dataset ${name}` : `${name}: ${firstNames([...columns])}`,
  release: 'release',
  goesBy: 'goes by',
  screening: {
    title: 'Screening',
    label: 'Cases of the law and the nine criteria',
    heads: ['Case or criterion', 'Holds', 'What shows it'],
    groups: { cases: 'Three cases of the law, Art. 35(3)', criteria: 'Nine criteria of WP248' },
    answer: 'Answer',
    change: 'Change',
    answerOf: (name: string, answer: ScreeningAnswer) => `${answer === 'unknown' ? 'Answer' : 'Change'} “${name}”`,
    result: ({ result }: ScreeningProposal, record: RecordStanding | null) => {
      const said = impactDocumentText.result(result);
      if (record?.state === 'approved') return `${said} Decided in ${record.ref}.`;
      return result === null ? `${said} Not known is not a no.` : `${said} Proposed: a person decides.`;
    },
  },
  decide: {
    title: (name: string) => `Does it hold: “${name}”?`,
    answers: { yes: 'Yes, it holds', no: 'No, it does not' },
    leave: 'Leave it to what register and data show',
    reason: 'Why',
    keep: 'Keep the answer',
    cancel: 'Cancel',
    missing: 'An answer by a person needs its reason.',
    kept: (name: string, ref: string) => `“${name}” answered in ${ref}`,
    left: (name: string, ref: string) => `“${name}” left to what register and data show, in ${ref}`,
  },
  fields: {
    section: (section: number, title: string) => `${section} ${title}`,
    ofSection: (filled: number, all: number) => `${filled} of ${all}`,
    answer: 'Answer',
    change: 'Change',
    answerOf: (name: string, state: 'open' | 'filled') => `${state === 'open' ? 'Answer' : 'Change'} ${name}`,
    by: { register: '◇ from register and data', assessment: 'written for this assessment' },
  },
  risks: {
    label: 'Risks for people',
    heads: ['What is feared', 'Source and effect', 'Before', 'What answers it', 'After'],
    none: 'Neither data nor register show a risk, and nobody has described one.',
    noSource: 'Nobody said what causes it.',
    nothing: 'nothing answers it',
    lowered: 'lower, though nothing answers it',
    notRated: 'not rated',
    rate: 'Rate…',
    rateOf: (event: string) => `Rate “${event}”`,
    rating: ({ severity, likelihood }: RiskRating) => `severity ${severity}, likelihood ${likelihood}`,
    accepted: (by: string) => `accepted by ${by}`,
    letter: (at: number) => String.fromCodePoint(65 + (at % 26)),
    count: (risks: readonly ImpactRisk[]) =>
      `${counted(risks.length, 'risk')}, ${risks.filter(({ inherent }) => inherent === null).length} not rated`,
  },
  rate: {
    title: (event: string) => `Rate “${event}”`,
    effect: 'What it would mean for people',
    severity: 'Severity before',
    likelihood: 'Likelihood before',
    residualSeverity: 'Severity after',
    residualLikelihood: 'Likelihood after',
    acceptedBy: 'What is left is accepted by',
    choose: 'not rated',
    keep: 'Keep the rating',
    cancel: 'Cancel',
    missing: 'It needs the effect, and severity and likelihood before the measures.',
    kept: (event: string, ref: string) => `“${event}” rated in ${ref}`,
  },
  map: {
    severity: 'severity ▴',
    likelihood: 'likelihood ▸',
    label: (rated: number, all: number) =>
      `${rated} of ${counted(all, 'risk')} by severity (up) and likelihood (right), 1 to 4; the list below says the same.`,
  },
  parts: {
    label: 'Parts of the assessment',
    screening: 'Screening',
    risks: 'Risks',
    section: (section: number, title: string, filled: number, all: number) => `${section} ${title} ${filled}/${all}`,
  },
  save: {
    button: 'Save DPIA',
    formats: { pdf: 'PDF', html: 'HTML page', json: 'JSON' },
    name: (activity: string, ending: string) => `DPIA ${activity}.${ending}`,
    done: (file: string, filled: number, fields: number) => `Saved ${file}: ${filled} of ${fields} fields filled`,
  },
};
