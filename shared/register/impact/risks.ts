import { specialFlags } from '#shared/policy/index.ts';
import { impactText as text } from '#shared/text/register/impact.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { columnEvidence, recordEvidence, type RuleEvidence } from '../rules/rule.ts';
import { revealingTypes } from '../rules/revealing-types.ts';
import type { FearedEvent } from '../vocabulary/impact-assessment.ts';
import type { FillView } from './filled.ts';
import { behind, type Behind } from './impact-view.ts';
import { measuresAgainst } from './measures-against.ts';

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
export const accidents: readonly FearedEvent[] = ['illegitimate-access', 'unwanted-change', 'disappearance'];

/** How grave and how likely, 1–4. */
export interface RiskRating {
  severity: number;
  likelihood: number;
}

/** One risk of an activity for people. What nobody has said of it is null. */
export interface ImpactRisk {
  event: FearedEvent;
  arises: 'design' | 'accident';
  /** `assessment`: people described it; `shown`: data or register show it, and nobody has rated it. */
  by: 'assessment' | 'shown';
  /** Who or what causes it, in words; empty where nobody said and nothing shows it. */
  source: string;
  /** What it would mean for people; empty where nobody said. */
  effect: string;
  /** Before what stands against it. */
  inherent: RiskRating | null;
  /** What answers exactly this event, in words, with the entries that show it. */
  measures: { what: string; from: Behind[] }[];
  /** What is left with the measures. */
  residual: RiskRating | null;
  acceptedBy: string;
  /** Entries that the risk itself goes by. */
  from: Behind[];
}

const rating = (severity: string | undefined, likelihood: string | undefined): RiskRating | null =>
  severity === undefined || likelihood === undefined
    ? null
    : { severity: Number(severity), likelihood: Number(likelihood) };

/**
 * The risks of an activity: those that its assessment describes, and those that data and register show and that the
 * assessment does not speak of yet.
 */
export function impactRisks(view: FillView): ImpactRisk[] {
  const { assessment } = view;
  const against = (event: FearedEvent): ImpactRisk['measures'] =>
    measuresAgainst(view, event).map(({ what, proofs }) => ({ what, from: behind(view, proofs) }));
  const described =
    assessment === undefined
      ? []
      : valuesOf(assessment.body.risks).map((risk): ImpactRisk => {
          const from = behind(view, [recordEvidence(assessment)]);
          return {
            event: risk.event,
            arises: risk.arises,
            by: 'assessment',
            source: risk.from ?? '',
            effect: risk.impact,
            inherent: rating(risk.severity, risk.likelihood),
            measures: [...(risk.controls === undefined ? [] : [{ what: risk.controls, from }]), ...against(risk.event)],
            residual: rating(risk.residualSeverity, risk.residualLikelihood),
            acceptedBy: risk.acceptedBy ?? '',
            from,
          };
        });
  const open = ({ event }: { event: FearedEvent }): boolean => described.every((risk) => risk.event !== event);
  const unrated = { effect: '', inherent: null, residual: null, acceptedBy: '', by: 'shown' } as const;
  const byDesign = shownRisks(view)
    .filter(open)
    .map(({ event, names, proofs }): ImpactRisk => ({
      ...unrated,
      event,
      arises: 'design',
      source: text.causes(event, names),
      measures: against(event),
      from: behind(view, proofs),
    }));
  const byAccident = accidents
    .filter((event) => view.named.length > 0 && open({ event }))
    .map((event): ImpactRisk => ({
      ...unrated,
      event,
      arises: 'accident',
      source: '',
      measures: against(event),
      from: behind(
        view,
        view.named.map((dataset) => columnEvidence(dataset, [])),
      ),
    }));
  return [...described, ...byDesign, ...byAccident];
}
