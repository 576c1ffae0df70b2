import { impactText as text } from '#shared/text/register/impact.ts';
import { valueOf, valuesOf } from '../answer.ts';
import { columnEvidence, recordEvidence, releaseEvidence, type RuleEvidence } from '../rules/rule.ts';
import { bindingsOf } from '../declared-uses.ts';
import type { FearedEvent } from '../vocabulary/impact-assessment.ts';
import type { MeasureKind } from '../vocabulary/retention-and-security.ts';
import type { FillView } from './filled.ts';

/** Something that stands against one feared event, and the entries that show it. */
export interface StandingMeasure {
  what: string;
  proofs: RuleEvidence[];
}

/**
 * What a kind of measure can answer, by what it does (GDPR Art. 32(1)(a)–(d)): it keeps people out, makes a change
 * seen, brings data back. Rules and training answer an event only where the assessment says so.
 */
const answersTo: Record<MeasureKind, readonly FearedEvent[]> = {
  'access-control': ['illegitimate-access', 'unwanted-change'],
  traceability: ['illegitimate-access', 'unwanted-change'],
  'software-protection': ['illegitimate-access', 'unwanted-change', 'disappearance'],
  backup: ['disappearance', 'unwanted-change'],
  encryption: ['illegitimate-access'],
  pseudonymisation: ['illegitimate-access', 'found-again-by-linking'],
  resilience: ['disappearance'],
  'regular-testing': [],
  'processor-control': ['loss-of-control'],
  organisational: [],
  other: [],
};

/** What the program itself does with every dataset that it holds. */
const keptHere: Partial<Record<FearedEvent, string>> = {
  'illegitimate-access': text.sealed,
  'unwanted-change': text.logged,
};

/** Releases that a guardrail about exactly this looked at and let pass. */
const checked =
  (id: 'E4' | 'E6') =>
  ({ releases }: FillView): StandingMeasure[] =>
    releases
      .filter(({ checks }) => checks.some((check) => check.id === id && check.state === 'passed'))
      .map((release) => ({ what: text.checkedFor[id], proofs: [releaseEvidence(release)] }));

/** What releases, bindings and contracts show beside the measures that people declared. */
const shown: Partial<Record<FearedEvent, (view: FillView) => StandingMeasure[]>> = {
  'found-again-by-linking': ({ releases, measured }) =>
    releases.flatMap((release) => {
      const { label = null, k = null, rows = null } = measured.get(release.id) ?? {};
      if (label !== 'anonymised' && label !== 'k-anonymous') return [];
      return [{ what: text.releasedAs(label, k, rows), proofs: [releaseEvidence(release)] }];
    }),
  'unwanted-inference': checked('E4'),
  'chosen-unfairly': checked('E6'),
  'function-creep': ({ snapshot, named }) =>
    named
      .flatMap((dataset) => bindingsOf(snapshot, dataset))
      .map((binding) => ({
        what: text.boundBy(valueOf(binding.body.name) ?? binding.ref),
        proofs: [recordEvidence(binding)],
      })),
  'loss-of-control': ({ recipients }) =>
    recipients.flatMap((recipient) => {
      const contract = valueOf(recipient.body.contract);
      if (contract === undefined) return [];
      const name = valueOf(recipient.body.name) ?? recipient.ref;
      return [{ what: text.underContract(name, contract), proofs: [recordEvidence(recipient)] }];
    }),
};

/** Everything that answers exactly this event: nothing that was taken for another one. */
export function measuresAgainst(view: FillView, event: FearedEvent): StandingMeasure[] {
  const { measures, assessment, named } = view;
  const declared = measures
    .filter(({ body }) => {
      const kind = valueOf(body.kind);
      return kind !== undefined && answersTo[kind].includes(event);
    })
    .map((measure) => ({ what: valueOf(measure.body.name) ?? measure.ref, proofs: [recordEvidence(measure)] }));
  const planned =
    assessment === undefined
      ? []
      : valuesOf(assessment.body.measures)
          .filter(({ against }) => against === event)
          .map(({ what, doneOn }) => ({
            what: doneOn === undefined ? text.notDoneYet(what) : what,
            proofs: [recordEvidence(assessment)],
          }));
  const kept = keptHere[event];
  return [
    ...declared,
    ...planned,
    ...(shown[event]?.(view) ?? []),
    ...(kept === undefined || named.length === 0
      ? []
      : [{ what: kept, proofs: named.map((dataset) => columnEvidence(dataset, [])) }]),
  ];
}
