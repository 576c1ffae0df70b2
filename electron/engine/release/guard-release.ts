import type { DeclaredForRelease } from '#shared/domain/declared-use.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { judgeRelease } from '#shared/guardrails/index.ts';
import { wordGuardFinding } from '#shared/guardrails/word-finding.ts';
import { barredFlags } from '#shared/policy/index.ts';
import type { MeasuredOutput } from './measure-output.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/**
 * What the register of processing says of a release of these source columns; it is asked when it is known which of
 * them reach the output.
 */
export type AskRegister = (columns: readonly string[]) => DeclaredForRelease;

/** What the guardrails say of a transformed and measured output, in words. */
export function guardRelease(
  input: {
    recipe: Recipe;
    purpose: Purpose | null;
    findings: readonly Finding[];
    unconfirmed: readonly string[];
    workspace: object | null;
    declared: AskRegister;
    /** The file is judged as it is, no row or column left out. */
    asItStands?: boolean;
  },
  rows: TransformedRows,
  measured: MeasuredOutput,
): GuardFinding[] {
  const visible = rows.compiled.outputs.filter(({ treatment }) => treatment !== 'redacted');
  return judgeRelease({
    release: input.recipe.release,
    purpose: input.purpose,
    findings: input.findings,
    unconfirmed: input.unconfirmed,
    outputs: rows.compiled.outputs.map(({ name, sources, treatment }) => ({ name, sources, treatment })),
    measure: measured.measure,
    facts: measured.facts,
    policy: { targetingAge: rows.policy.value('targeting-age', '*'), barred: barredFlags(rows.policy) },
    declared: input.declared([...new Set(visible.flatMap(({ sources }) => sources))]),
    asItStands: input.asItStands ?? false,
    workspace: input.workspace !== null,
  }).map(wordGuardFinding);
}
