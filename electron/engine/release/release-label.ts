import type { AttackFindings } from '#shared/domain/attack-results.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { DisclosureTest, ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { ModelVerdict } from '#shared/certificate/certificate.ts';
import type { GuardMeasure, GuardOutput } from '#shared/guardrails/guard-input.ts';
import { holdsValues, isDirectIdentifier, isFreeText } from '#shared/guardrails/output-view.ts';
import { releaseText as text } from '#shared/text/engine/release.ts';
import type { InferenceGain } from '#engine/privacy/measure/measure-inference.ts';
import { isDrawn, type WayMade } from '../run-recipe/ways/apply-way.ts';
import type { OutsiderView } from './outsider-view.ts';
import { attacked, type Answer } from './attack-answers.ts';
import { editionAnswer } from './edition-answer.ts';
import type { Spent } from './spent-together.ts';
import { labelTwin } from './twin-label.ts';

export interface LabelInput {
  release: ReleaseKind;
  outputs: readonly GuardOutput[];
  findings: readonly Finding[];
  /** Source columns that the recipe calls identifying. */
  identifying: readonly string[];
  measure: GuardMeasure;
  /** k, l and t as measured. */
  models: readonly ModelVerdict[];
  outsider: OutsiderView;
  /** What attacks on it found; null where it was not attacked. */
  attacks: AttackFindings | null;
  /** Whether the rows stand in the source's order. */
  keptOrder: boolean;
  /** What the recipe's way made of the rows; null where it has none. */
  way: WayMade | null;
  /** What noise was spent on it; null where it has none. */
  spent: Spent | null;
}

export interface LabelledRelease {
  label: ReleaseLabel;
  statement: string;
  /** WP216's three questions. */
  tests: DisclosureTest[];
  /** Why the word *anonymised* is not given, with what to do about it; empty where nothing is in the way. */
  missing: string[];
}

/** The k that is asked for, but never a class of one. */
const wantedOf = (measure: GuardMeasure): number => Math.max(2, measure.targetK);

/**
 * What may be said about an output. *Anonymised* needs all of: the release was meant so, k reaches its target, at least
 * 2, over every output column but those it protects, no identifier, hash or free text is left, all three questions of
 * WP216 are answered and passed, no attack is refused, it joins no earlier release of the same source, and it points at
 * nobody together with one of another edition. *k-anonymous*: k holds over every column and no identifier is left, but a
 * measured risk keeps the word away. Else *pseudonymised*.
 */
export function labelRelease(input: LabelInput): LabelledRelease {
  const { release, measure, way } = input;
  const left = identifiersLeft(input);
  if (isDrawn(way) && left.length === 0)
    return labelTwin(way, { relinkable: input.outsider.relinkable, spent: input.spent, attacks: input.attacks });
  const single = attacked(singlingOut(input, left), input.attacks);
  const linked = attacked(linkability(input, left), input.attacks);
  const inferred = attacked(inference(input), input.attacks);
  const tests = [single, linked, inferred].map(({ test }) => test);
  const missing = [
    ...new Set([
      ...[single, linked, inferred].flatMap(({ missing: sentences }) => sentences),
      ...(way?.id === 'group-rows' ? [text.missing.localRecoding] : []),
    ]),
  ];
  if (release === 'anonymised' && missing.length === 0)
    return {
      label: 'anonymised',
      statement: text.anonymised(measure.k, measure.countsPeople, measure.quasiIdentifiers),
      tests,
      missing,
    };
  const all = input.outputs.every(
    ({ name, treatment }) => treatment === 'redacted' || measure.quasiIdentifiers.includes(name),
  );
  if (all && !input.keptOrder && missing.length > 0 && left.length === 0 && measure.k >= wantedOf(measure))
    return {
      label: 'k-anonymous',
      statement: text.kAnonymous(measure.k, measure.countsPeople, measure.quasiIdentifiers),
      tests,
      missing,
    };
  return { label: 'pseudonymised', statement: pseudonymisedStatement(measure, left), tests, missing };
}

/**
 * Outputs that point at one person, or hold people's own words, by what their sources are; hashes of whatever kind
 * among them, and whatever can be read of a column that the recipe calls identifying.
 */
function identifiersLeft({ outputs, findings, identifying }: LabelInput): string[] {
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  const points = ({ sources, treatment }: GuardOutput): boolean =>
    sources.some((source) => {
      if (identifying.includes(source)) return treatment !== 'redacted';
      const finding = byName.get(source);
      return (
        finding !== undefined &&
        ((holdsValues({ treatment }) && isDirectIdentifier(finding)) || (treatment === 'masked' && isFreeText(finding)))
      );
    });
  return outputs
    .filter((output) => output.treatment === 'hashed-keyed' || output.treatment === 'hashed-unkeyed' || points(output))
    .map(({ name }) => name);
}

/**
 * What is not counted can single out too: where the release is not made over all of its columns, a row that is alone
 * over them fails the question.
 */
function singlingOut({ release, measure, outsider }: LabelInput, left: readonly string[]): Answer {
  const wanted = wantedOf(measure);
  const alone = release === 'anonymised' ? 0 : outsider.uniqueAllColumns;
  const missing = [
    ...(measure.k >= wanted ? [] : [text.missing.k(measure.k, measure.countsPeople, wanted, measure.quasiIdentifiers)]),
    ...(left.length === 0 ? [] : [text.missing.identifiers(left)]),
    ...(alone === 0 ? [] : [text.missing.alone(alone, measure.rowsOut)]),
  ];
  const size = text.singlingOut(measure.k, measure.countsPeople, wanted, measure.quasiIdentifiers);
  const detail = [
    ...(left.length === 0 ? [] : [text.singledOutBy(left)]),
    size,
    ...(alone === 0 ? [] : [text.missing.alone(alone, measure.rowsOut)]),
  ].join(' ');
  return { test: { test: 'singling-out', result: missing.length === 0 ? 'pass' : 'fail', detail }, missing };
}

function linkability(
  { release, outsider: { earlierReleases, earlierEditions, relinkable }, keptOrder }: LabelInput,
  left: readonly string[],
): Answer {
  const unknown = (earlierReleases ?? []).filter(({ joined }) => joined === null);
  const joining = (earlierReleases ?? []).filter(({ joined }) => joined !== null && joined > 0);
  const editions = editionAnswer(earlierEditions);
  const missing = [
    ...(left.length === 0 ? [] : [text.missing.identifiers(left)]),
    ...(keptOrder ? [text.missing.order] : []),
    ...joining.map((earlier) => text.missing.joins(earlier)),
    ...unknown.map((earlier) => text.missing.notCompared(earlier)),
    ...editions.missing,
  ];
  const ownRows = release !== 'anonymised' && relinkable > 0;
  const failed = ownRows || keptOrder || left.length + joining.length > 0 || editions.failed;
  const result = failed ? 'fail' : unknown.length > 0 ? 'not-assessed' : 'pass';
  return {
    test: {
      test: 'linkability',
      result,
      detail: [
        left.length === 0 ? text.notLinkable : text.linkable(left),
        ...(keptOrder ? [text.missing.order] : []),
        text.relinkable(relinkable),
        text.earlier.all(earlierReleases),
        ...editions.detail,
      ].join(' '),
    },
    missing,
  };
}

function inference({ release, measure, models, outsider }: LabelInput): Answer {
  const limit = 1 / wantedOf(measure);
  const told = models.filter(({ column }) => column !== null);
  const unmet = told.filter(({ met }) => !met);
  const gains = outsider.inference;
  // Where k is missed the release is not anonymous anyhow, and there is nothing that bounds what a guess gains.
  if (release !== 'anonymised' || measure.k < wantedOf(measure))
    return { test: { test: 'inference', result: 'not-assessed', detail: text.inference.notMeasured }, missing: [] };
  const worst = (gains ?? []).reduce<InferenceGain | null>(
    (most, gain) => (most === null || gain.risk > most.risk ? gain : most),
    null,
  );
  const over = worst !== null && worst.risk > limit + 1e-9;
  const gain =
    gains === null
      ? text.inference.bounded(limit)
      : worst === null
        ? text.inference.nothing
        : text.inference.gain(worst.column, worst.risk, limit);
  const detail =
    told.length === 0
      ? `${gain} ${text.inference.noneSensitive}`
      : `${gain} ${(unmet.length === 0 ? told : unmet)
          .slice(0, 6)
          .map((model) => model.detail)
          .join(' ')}`;
  const missing = [
    ...(over ? [text.missing.gain(worst.column, worst.risk, limit)] : []),
    ...[...new Set(unmet.map(({ column }) => column!))].map((column) =>
      text.missing.model(
        column,
        unmet.filter((model) => model.column === column).map((model) => model.detail),
      ),
    ),
  ];
  return { test: { test: 'inference', result: missing.length === 0 ? 'pass' : 'fail', detail }, missing };
}

/** What it does protect against comes first: the word alone says only what it is not. */
function pseudonymisedStatement(measure: GuardMeasure, left: readonly string[]): string {
  const groups = measure.k >= 2 && measure.quasiIdentifiers.length > 0;
  const protects = groups
    ? text.protects.groups(measure.k, measure.countsPeople, measure.quasiIdentifiers)
    : left.length === 0
      ? text.protects.noIdentifier
      : text.protects.reading;
  return text.pseudonymised(protects);
}
