import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { DisclosureTest, ModelVerdict } from '#shared/certificate/certificate.ts';
import type { GuardMeasure, GuardOutput } from '#shared/guardrails/guard-input.ts';
import { isDirectIdentifier } from '#shared/guardrails/output-view.ts';
import { firstNames } from '#shared/text/names.ts';
import { rowsOrPeople } from '#shared/text/numbers.ts';

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
  const smallest = rowsOrPeople(measure.k, measure.countsPeople);
  const wanted = Math.max(2, measure.targetK);
  const single = measure.k >= wanted;
  const tests: DisclosureTest[] = [
    { test: 'singling-out', result: single && direct.length === 0 ? 'pass' : 'fail', detail: `The smallest class has ${smallest}, ${wanted} are wanted, over ${measure.quasiIdentifiers.length} quasi-identifiers.` },
    {
      test: 'linkability',
      result: direct.length + hashed.length === 0 ? 'pass' : 'fail',
      detail: direct.length + hashed.length === 0 ? 'No identifier and no stable pseudonym is in the output.' : `Identifiers or stable pseudonyms are in the output: ${firstNames([...direct, ...hashed])}.`,
    },
    inferenceTest(models.filter((model) => model.column !== null)),
  ];
  if (release === 'anonymised' && single && direct.length + hashed.length === 0)
    return { label: 'anonymised', statement: `Anonymised: no identifier is left, and every combination of the quasi-identifiers in the written file is shared by at least ${smallest}. This was measured on this file alone; what other sources add was not assessed.`, tests };
  return { label: 'pseudonymised', statement: 'Pseudonymised, still personal data: whoever holds the key or further information can find people in it (GDPR Art. 4(5), recital 26).', tests };
}

function inferenceTest(models: readonly ModelVerdict[]): DisclosureTest {
  if (models.length === 0) return { test: 'inference', result: 'not-assessed', detail: 'No column that can be read is known to hold special categories, crime or money, so l-diversity and t-closeness had nothing to measure.' };
  const missed = models.filter((model) => !model.met);
  return { test: 'inference', result: missed.length === 0 ? 'pass' : 'fail', detail: (missed.length === 0 ? models : missed).slice(0, 6).map((model) => model.detail).join(' ') };
}
