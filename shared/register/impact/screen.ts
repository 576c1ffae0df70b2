import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { PolicyRuling } from '#shared/policy/policy-in-force.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { columnEvidence, recordEvidence, type RuleEvidence } from '../rules/rule.ts';
import type { RuleColumn } from '../rules/rule-view.ts';
import type { HighRiskCriterion, RequiredCase, ScreeningResult } from '../vocabulary/impact-assessment.ts';
import { specialCategories } from '../vocabulary/lawful-bases.ts';
import { unreadNames, unreadOf, type Unread } from './unread.ts';
import {
  behind,
  datasetsOf,
  differentFiles,
  peopleOf,
  purposesOf,
  recipientsOf,
  type Behind,
  type ImpactView,
} from './impact-view.ts';

export type ScreeningAnswer = 'yes' | 'no' | 'unknown';

/** The number from which a count is proposed as large, and who says so. */
export interface Threshold {
  value: number;
  /** YYYY-MM-DD since when the row holds; null: its day is not known. */
  since: string | null;
  source: string;
  /** Who set it otherwise for this workspace, and why; null: it is as shipped. */
  set: { by: string; reason: string } | null;
}

/** What is proposed for one case or criterion: by what it is shown, and why where nothing shows it. */
export interface Screened<Id extends string> {
  id: Id;
  answer: ScreeningAnswer;
  /** `columns`, `rows`, …: what the answer goes by; the words are chosen by it. `people`: somebody answered it. */
  by:
    | 'columns'
    | 'people'
    | 'rows'
    | 'activity'
    | 'datasets'
    | 'recipients'
    | 'purpose'
    | 'criteria'
    | 'nobody-stated'
    | 'no-dataset'
    | 'not-readable';
  /** Columns, people or datasets that it goes by; of `not-readable` what cannot be read. */
  names: string[];
  count: number | null;
  /** What the count was held against. */
  threshold?: Threshold;
  proofs: Behind[];
  /** Of an answer by people: their evidence in their words, and what the data show instead. */
  said?: string;
  shown?: ScreeningAnswer;
}

/** A screening as the data and the register propose it; a person decides (GDPR Art. 35(1)). */
export interface ScreeningProposal {
  cases: Screened<RequiredCase>[];
  criteria: Screened<HighRiskCriterion>[];
  /** Null: too much is unknown to propose anything. */
  result: ScreeningResult | null;
}

const scoreTypes = new Set<string>([
  'model_score',
  'engagement_score',
  'lifetime_value',
  'loyalty_segment',
  'churn_label',
  'credit_score',
  'target_label',
] satisfies readonly SemanticTypeId[]);
const trackingTypes = new Set<string>([
  'engagement_timestamp',
  'timestamp',
  'session_duration',
  'page_url',
  'event_name',
] satisfies readonly SemanticTypeId[]);
const sensitive = new Set<ColumnFlag>([
  ...specialCategories,
  'criminal',
  'financial',
  'precise_location',
  'credentials',
]);
const special = new Set<ColumnFlag>([...specialCategories, 'criminal']);
const vulnerable = new Set<string>(['minors', 'vulnerable-people', 'patients', 'employees', 'students']);

type Finding = Omit<Screened<never>, 'id' | 'proofs'> & { proofs: RuleEvidence[] };
const found = (
  answer: ScreeningAnswer,
  by: Screened<never>['by'],
  { names = [], count = null, proofs = [] }: Partial<Pick<Finding, 'names' | 'count' | 'proofs'>> = {},
): Finding => ({ answer, by, names, count, proofs });

/** What was found, as far as everything could be read that might show it: else a `no` is not known to be one. */
function asFarAsRead(view: ImpactView, finding: Finding, kinds: readonly Unread['kind'][] = ['dataset']): Finding {
  const names = unreadNames(unreadOf(view), kinds);
  const isShort = finding.by === 'rows' && finding.answer === 'unknown';
  const holds = names.length === 0 || (finding.answer !== 'no' && finding.by !== 'no-dataset' && !isShort);
  return holds ? finding : found('unknown', 'not-readable', { names, proofs: finding.proofs });
}

/** Columns of the activity's datasets that show something; without a dataset nobody can tell. */
function byColumns(view: ImpactView, shows: (column: RuleColumn) => boolean): Finding {
  const datasets = datasetsOf(view);
  if (datasets.length === 0) return asFarAsRead(view, found('unknown', 'no-dataset'));
  const hits = datasets.flatMap((dataset) => {
    const names = dataset.columns.filter(shows).map(({ name }) => name);
    return names.length === 0 ? [] : [{ dataset, names }];
  });
  const names = hits.flatMap((hit) => hit.names);
  const proofs = (hits.length > 0 ? hits : datasets.map((dataset) => ({ dataset, names: [] }))).map((hit) =>
    columnEvidence(hit.dataset, hit.names),
  );
  return asFarAsRead(view, found(names.length > 0 ? 'yes' : 'no', 'columns', { names, proofs }));
}

const byActivity = (view: ImpactView, answer: ScreeningAnswer): Finding =>
  found(answer, answer === 'unknown' ? 'nobody-stated' : 'activity', { proofs: [recordEvidence(view.activity)] });

function automatedDecision(view: ImpactView): Finding {
  const stated = valueOf(view.activity.body.automatedDecision);
  return byActivity(view, stated === 'solely-automated' ? 'yes' : stated === 'none' ? 'no' : 'unknown');
}

function monitoring(view: ImpactView): Finding {
  const datasets = datasetsOf(view);
  const watched = datasets.filter(
    ({ columns }) =>
      columns.some(({ flags }) => flags.includes('online_identifier')) &&
      columns.some(({ type }) => trackingTypes.has(type)),
  );
  // Whoever is watched elsewhere shows in no column here: that nothing shows it is no answer.
  return watched.length === 0
    ? asFarAsRead(view, found('unknown', datasets.length === 0 ? 'no-dataset' : 'nobody-stated'))
    : byColumns(
        { ...view, datasets: watched },
        ({ flags, type }) => flags.includes('online_identifier') || trackingTypes.has(type),
      );
}

/**
 * From the threshold on a large scale is proposed. Fewer rows are no `no`: how long, over which area and how many people
 * elsewhere count, too, and no file tells them (WP248 rev.01, criterion 5).
 */
function largeScale(view: ImpactView): Finding {
  const people = peopleOf(view);
  if (people === null) return asFarAsRead(view, found('unknown', 'no-dataset'));
  const proofs = [...datasetsOf(view).map((dataset) => columnEvidence(dataset, [])), recordEvidence(view.activity)];
  const ruling = view.policy.ruling('large-scale', '*');
  const isLarge = ruling !== null && people >= ruling.value;
  const finding = found(isLarge ? 'yes' : 'unknown', 'rows', { count: people, proofs });
  return asFarAsRead(view, ruling === null ? finding : { ...finding, threshold: thresholdOf(ruling) });
}

const thresholdOf = ({ value, row, override }: PolicyRuling): Threshold => ({
  value,
  since: row.validFrom,
  source: row.source,
  set: override === null ? null : { by: override.by, reason: override.reason },
});

function matching(view: ImpactView): Finding {
  const datasets = differentFiles(view, datasetsOf(view));
  if (datasets.length > 1)
    return found('yes', 'datasets', {
      names: datasets.map(({ name }) => name),
      proofs: datasets.map((dataset) => columnEvidence(dataset, [])),
    });
  // An audience is made by matching a list with a platform's own data.
  const platforms = recipientsOf(view).filter(({ body }) => valueOf(body.kind) === 'platform-audience');
  if (platforms.length > 0)
    return found('yes', 'recipients', {
      names: platforms.map(({ body, ref }) => valueOf(body.name) ?? ref),
      proofs: platforms.map(recordEvidence),
    });
  const unified = purposesOf(view).filter(({ body }) => valueOf(body.preset) === 'p6-unified-view');
  if (unified.length > 0)
    return found('yes', 'purpose', {
      names: unified.map(({ body, ref }) => valueOf(body.title) ?? ref),
      proofs: unified.map(recordEvidence),
    });
  const alone = datasets.map(({ name }) => name);
  return asFarAsRead(
    view,
    datasets.length === 0
      ? found('unknown', 'no-dataset')
      : found('no', 'datasets', { names: alone, proofs: [recordEvidence(view.activity)] }),
    ['dataset', 'recipient', 'purpose'],
  );
}

function vulnerablePeople(view: ImpactView): Finding {
  const shown = byColumns(view, ({ flags }) => flags.includes('minor_age'));
  if (shown.answer === 'yes') return shown;
  const { body } = view.activity;
  const stated = [valueOf(body.includesMinors), valueOf(body.includesVulnerable)];
  const groups = valuesOf(body.dataSubjects).filter((group) => vulnerable.has(group));
  if (stated.includes('yes') || groups.length > 0) return { ...byActivity(view, 'yes'), names: groups };
  return asFarAsRead(view, byActivity(view, stated.every((answer) => answer === 'no') ? 'no' : 'unknown'));
}

/** How each criterion is answered. 8 and 9 no data show: somebody answers them. */
const criteria: Record<HighRiskCriterion, (view: ImpactView) => Finding> = {
  'evaluation-scoring': (view) => {
    const scored = byColumns(view, ({ type }) => scoreTypes.has(type));
    const { profiling } = view.activity.body;
    if (scored.answer === 'yes') return scored;
    if (valueOf(profiling) !== undefined) return byActivity(view, 'yes');
    // A score that is made later stands in no column yet.
    return asFarAsRead(view, byActivity(view, profiling?.state === 'none' ? 'no' : 'unknown'));
  },
  'automated-decision': automatedDecision,
  'systematic-monitoring': monitoring,
  'sensitive-data': (view) => {
    const shown = byColumns(view, ({ flags }) => flags.some((flag) => sensitive.has(flag)));
    const declared = valuesOf(view.activity.body.dataItems).some((item) => item.special !== undefined);
    return shown.answer !== 'yes' && declared ? byActivity(view, 'yes') : shown;
  },
  'large-scale': largeScale,
  'matching-combining': matching,
  'vulnerable-people': vulnerablePeople,
  'new-technology': () => found('unknown', 'nobody-stated'),
  'prevents-right-or-service': () => found('unknown', 'nobody-stated'),
};

/** Both, as far as both are known: one that is not the case settles it. */
const both = (one: ScreeningAnswer, other: ScreeningAnswer): ScreeningAnswer =>
  one === 'no' || other === 'no' ? 'no' : one === 'yes' && other === 'yes' ? 'yes' : 'unknown';

function casesOf(
  view: ImpactView,
  answers: ReadonlyMap<HighRiskCriterion, Finding>,
): (Finding & { id: RequiredCase })[] {
  const [scoring, automated, large] = (['evaluation-scoring', 'automated-decision', 'large-scale'] as const).map((id) =>
    answers.get(id)!,
  ) as [Finding, Finding, Finding];
  const bare = byColumns(view, ({ flags }) => flags.some((flag) => special.has(flag)));
  const proofs = (...parts: Finding[]): RuleEvidence[] => parts.flatMap((part) => part.proofs);
  return [
    {
      id: 'evaluation-with-effect',
      ...found(both(scoring.answer, automated.answer), 'criteria', { proofs: proofs(scoring, automated) }),
    },
    {
      id: 'large-scale-special',
      ...found(both(bare.answer, large.answer), 'criteria', { names: bare.names, proofs: proofs(bare, large) }),
    },
    { id: 'public-area-monitoring', ...found('unknown', 'nobody-stated') },
  ];
}

/** What follows from the answers; null where too much is unknown to propose anything. */
export function resultOf({ cases, criteria: answered }: Pick<ScreeningProposal, 'cases' | 'criteria'>) {
  const holds = answered.filter(({ answer }) => answer === 'yes').length;
  if (cases.some(({ answer }) => answer === 'yes') || holds >= 2) return 'required';
  // What nobody answered might be the second: nothing is proposed to be left out on a guess.
  if ([...cases, ...answered].some(({ answer }) => answer === 'unknown')) return null;
  return holds === 1 ? 'recommended' : 'not-required';
}

/** Screens an activity by what the register and its datasets show (GDPR Art. 35(3); WP248 rev.01). */
export function screenActivity(view: ImpactView): ScreeningProposal {
  const answers = new Map(
    (Object.keys(criteria) as HighRiskCriterion[]).map((id) => [id, criteria[id](view)] as const),
  );
  const proven = <F extends Finding>(finding: F) => ({ ...finding, proofs: behind(view, finding.proofs) });
  const answered = [...answers].map(([id, answer]) => ({ id, ...proven(answer) }));
  const cases = casesOf(view, answers).map(proven);
  return { cases, criteria: answered, result: resultOf({ cases, criteria: answered }) };
}
