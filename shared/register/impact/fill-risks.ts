import { specialFlags } from '#shared/policy/index.ts';
import { impactText as text } from '#shared/text/register/impact.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { heldRecord } from '../held-records.ts';
import { columnEvidence, recordEvidence, type RuleEvidence } from '../rules/rule.ts';
import { revealingTypes } from '../rules/revealing-types.ts';
import type { FearedEvent } from '../vocabulary/impact-assessment.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import { filled, ofAssessment, saysNone, type Fill, type FillView } from './filled.ts';

/** A feared event that the data or the register make likely where everything works as meant. */
export interface ShownRisk {
  event: FearedEvent;
  /** Columns, purposes or recipients that make it so. */
  names: string[];
  proofs: RuleEvidence[];
}

const revealing = new Set<string>(revealingTypes.types);
const nameOf = (title: string | undefined, ref: string): string => title ?? ref;

/** What can be feared of data that are used as meant. How grave and how likely it is, a person says. */
export function shownRisks({ named, purposes, recipients }: FillView): ShownRisk[] {
  const columns = (event: FearedEvent, shows: (column: (typeof named)[number]['columns'][number]) => boolean) => {
    const hits = named
      .map((dataset) => ({ dataset, names: dataset.columns.filter(shows).map(({ name }) => name) }))
      .filter(({ names }) => names.length > 0);
    return {
      event,
      names: hits.flatMap(({ names }) => names),
      proofs: hits.map(({ dataset, names }) => columnEvidence(dataset, names)),
    };
  };
  const targeting = purposes.filter(({ body }) => valueOf(body.targeting) === 'yes');
  return [
    columns('found-again-by-linking', ({ pointsAtPeople }) => pointsAtPeople),
    columns(
      'unwanted-inference',
      ({ flags, type }) => flags.some((flag) => specialFlags.includes(flag)) || revealing.has(type),
    ),
    {
      event: 'chosen-unfairly' as const,
      names: targeting.map(({ body, ref }) => nameOf(valueOf(body.title), ref)),
      proofs: targeting.map(recordEvidence),
    },
    {
      event: 'function-creep' as const,
      names: purposes.length > 1 ? purposes.map(({ body, ref }) => nameOf(valueOf(body.title), ref)) : [],
      proofs: purposes.map(recordEvidence),
    },
    {
      event: 'loss-of-control' as const,
      names: recipients.map(({ body, ref }) => nameOf(valueOf(body.name), ref)),
      proofs: recipients.map(recordEvidence),
    },
  ].filter(({ names }) => names.length > 0);
}

/** What can happen to any data when something goes wrong. */
const accidents: readonly FearedEvent[] = ['illegitimate-access', 'unwanted-change', 'disappearance'];

const risksOf = ({ assessment }: FillView, arises?: 'design' | 'accident') =>
  valuesOf(assessment?.body.risks).filter((risk) => arises === undefined || risk.arises === arises);

/** Sections 3 to 6: necessity, risks, whoever was asked, and the decision. */
export const riskFills = {
  'design-risks': (view) => {
    const stated = risksOf(view, 'design');
    if (stated.length > 0)
      return filled(
        stated.map(({ event, impact }) => text.risk(event, impact)),
        [view.assessment],
      );
    const shown = shownRisks(view);
    return filled(
      shown.map(({ event, names }) => text.shows(event, names)),
      shown.flatMap(({ proofs }) => proofs),
    );
  },
  necessity: ofAssessment((body) => valueOf(body.necessity)),
  proportionality: ofAssessment((body) => valueOf(body.proportionality)),
  'accident-risks': (view) => {
    const stated = risksOf(view, 'accident');
    if (stated.length > 0)
      return filled(
        stated.map(({ event, impact }) => text.risk(event, impact)),
        [view.assessment],
      );
    // What can happen to any data is named with what stands against it; without any measure nothing is said.
    const measures = valuesOf(view.activity.body.measures).flatMap(
      (id) => heldRecord(view.snapshot, 'measure', id) ?? [],
    );
    const names = measures.map(({ body, ref }) => nameOf(valueOf(body.name), ref));
    return measures.length === 0
      ? null
      : filled(
          accidents.map((event) => text.standsAgainst(event, names)),
          measures,
        );
  },
  method: ofAssessment((body) => valueOf(body.method)),
  'inherent-risk': (view) =>
    filled(
      risksOf(view).map(({ event, severity, likelihood }) => text.rated(event, severity, likelihood)),
      [view.assessment],
    ),
  'further-measures': ({ assessment }) =>
    saysNone(assessment?.body.measures)
      ? filled([text.none], [assessment])
      : filled(
          valuesOf(assessment?.body.measures).map(({ what }) => what),
          [assessment],
        ),
  'residual-risk': (view) =>
    filled(
      risksOf(view).flatMap(({ event, residualSeverity: severity, residualLikelihood: likelihood }) =>
        severity === undefined || likelihood === undefined ? [] : [text.rated(event, severity, likelihood)],
      ),
      [view.assessment],
    ),
  'action-plan': ({ assessment }) =>
    filled(
      valuesOf(assessment?.body.measures).flatMap(({ what, owner, due, doneOn }) =>
        owner === undefined && due === undefined && doneOn === undefined
          ? []
          : [text.planned(what, owner ?? '', doneOn ?? due ?? '')],
      ),
      [assessment],
    ),
  'dpo-advice': ({ assessment, screening }) =>
    filled(
      [valueOf(assessment?.body.dpoAdvice) ?? valueOf(screening?.body.dpoAdvice) ?? ''],
      [assessment ?? screening],
    ),
  views: ofAssessment((body) => valueOf(body.views) ?? valueOf(body.viewsNotSought)),
  decision: ofAssessment((body) => valueOf(body.decision)),
  conditions: ({ assessment }) =>
    saysNone(assessment?.body.conditions)
      ? filled([text.none], [assessment])
      : filled(valuesOf(assessment?.body.conditions), [assessment]),
  'prior-consultation': ({ assessment }) =>
    saysNone(assessment?.body.consultation)
      ? filled([text.none], [assessment])
      : filled(
          valuesOf(assessment?.body.consultation).map(({ sentOn, answer }) => text.planned(sentOn, answer ?? '', '')),
          [assessment],
        ),
  justification: ofAssessment((body) => valueOf(body.justification)),
  review: ({ assessment, activity }) =>
    filled(
      [valueOf(assessment?.body.reviewOn) ?? valueOf(activity.body.nextReviewOn) ?? ''],
      [assessment?.body.reviewOn === undefined ? activity : assessment],
    ),
} satisfies Partial<Record<TemplateFieldId, Fill>>;
