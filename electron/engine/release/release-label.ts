import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { DisclosureTest, ModelVerdict } from '#shared/certificate/certificate.ts';
import type { GuardMeasure, GuardOutput } from '#shared/guardrails/guard-input.ts';
import { isDirectIdentifier } from '#shared/guardrails/output-view.ts';
import { releaseText } from '#shared/text/engine/release.ts';

export interface ReleaseLabel {
  label: 'anonymised' | 'pseudonymised';
  statement: string;
  tests: DisclosureTest[];
}

/**
 * What may be said about an output. *Anonymised* needs all of: the release was meant so, k reaches its target over every
 * quasi-identifier, at least 2, no direct identifier can be read and no hash of one is left. Everything else is pseudonymised at best.
 */
export function releaseLabel(release: ReleaseKind, outputs: readonly GuardOutput[], findings: readonly Finding[], measure: GuardMeasure, models: readonly ModelVerdict[] = []): ReleaseLabel {
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  const direct = outputs.filter((output) => output.treatment === 'kept' && output.sources.some((source) => byName.has(source) && isDirectIdentifier(byName.get(source)!))).map((output) => output.name);
  const hashed = outputs.filter((output) => output.treatment === 'hashed-keyed' || output.treatment === 'hashed-unkeyed').map((output) => output.name);
  const wanted = Math.max(2, measure.targetK);
  const single = measure.k >= wanted;
  const tests: DisclosureTest[] = [
    { test: 'singling-out', result: single && direct.length === 0 ? 'pass' : 'fail', detail: releaseText.singlingOut(measure.k, measure.countsPeople, wanted, measure.quasiIdentifiers.length) },
    {
      test: 'linkability',
      result: direct.length + hashed.length === 0 ? 'pass' : 'fail',
      detail: direct.length + hashed.length === 0 ? releaseText.notLinkable : releaseText.linkable([...direct, ...hashed]),
    },
    inferenceTest(models.filter((model) => model.column !== null)),
  ];
  if (release === 'anonymised' && single && direct.length + hashed.length === 0)
    return { label: 'anonymised', statement: releaseText.anonymised(measure.k, measure.countsPeople, measure.quasiIdentifiers.length), tests };
  return { label: 'pseudonymised', statement: releaseText.pseudonymised, tests };
}

function inferenceTest(models: readonly ModelVerdict[]): DisclosureTest {
  if (models.length === 0) return { test: 'inference', result: 'not-assessed', detail: releaseText.nothingToInfer };
  const missed = models.filter((model) => !model.met);
  return { test: 'inference', result: missed.length === 0 ? 'pass' : 'fail', detail: (missed.length === 0 ? models : missed).slice(0, 6).map((model) => model.detail).join(' ') };
}
