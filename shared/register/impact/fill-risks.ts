import { impactText as text } from '#shared/text/register/impact.ts';
import { assessmentDecisionWords } from '#shared/text/register/options.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { releaseEvidence } from '../rules/rule.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import { filled, ofAssessment, ofDatasets, saysNone, type Fill, type FillView } from './filled.ts';
import { measuresAgainst } from './measures-against.ts';
import { accidents, shownRisks } from './risks.ts';

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
    // What can happen to any data is named with what stands against exactly that.
    const told = accidents.map((event) => ({ event, against: measuresAgainst(view, event) }));
    return view.named.length === 0
      ? null
      : filled(
          told.map(({ event, against }) =>
            text.standsAgainst(
              event,
              against.map(({ what }) => what),
            ),
          ),
          [...ofDatasets(view.named, () => []), ...told.flatMap(({ against }) => against.flatMap((one) => one.proofs))],
        );
  },
  method: (view) => {
    const stated = ofAssessment((body) => valueOf(body.method))(view);
    if (stated !== null || view.releases.length === 0) return stated;
    return filled([text.measuredMethod], view.releases.map(releaseEvidence));
  },
  'inherent-risk': (view) => {
    const rated = risksOf(view);
    if (rated.length > 0)
      return filled(
        rated.map(({ event, severity, likelihood }) => text.rated(event, severity, likelihood)),
        [view.assessment],
      );
    // Nobody rated anything yet: what was measured at the import is a beginning.
    const alone = view.named.flatMap((dataset) => {
      const found = view.imports.get(dataset.id)?.alone ?? null;
      return found === null ? [] : [{ dataset, ...found }];
    });
    return filled(
      alone.map(({ dataset, columns, share }) => text.aloneBefore(dataset.name, columns, share)),
      alone.flatMap(({ dataset, columns }) => ofDatasets([dataset], () => [...columns])),
    );
  },
  'further-measures': ({ assessment }) =>
    saysNone(assessment?.body.measures)
      ? filled([text.none], [assessment])
      : filled(
          valuesOf(assessment?.body.measures).map(({ what }) => what),
          [assessment],
        ),
  'residual-risk': (view) => {
    const rated = risksOf(view).flatMap(({ event, residualSeverity: severity, residualLikelihood: likelihood }) =>
      severity === undefined || likelihood === undefined ? [] : [text.rated(event, severity, likelihood)],
    );
    if (rated.length > 0) return filled(rated, [view.assessment]);
    const known = view.releases.flatMap((release) => {
      const { label, rows, k, relinkable } = view.measured.get(release.id) ?? {};
      return label && rows != null && k != null && relinkable != null
        ? [{ release, line: text.measuredAfter(label, rows, k, relinkable) }]
        : [];
    });
    return filled(
      known.map(({ line }) => line),
      known.map(({ release }) => releaseEvidence(release)),
    );
  },
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
  decision: ofAssessment((body) => {
    const chosen = valueOf(body.decision);
    return chosen === undefined ? undefined : assessmentDecisionWords[chosen];
  }),
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
