import type { DeclaredForRelease } from '#shared/domain/declared-use.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReleasedName } from '#shared/guardrails/guard-input.ts';
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

/** What a segment is called: its column's name with its value, and the value alone. */
const segmentNames = ({ segment }: TransformedRows['compiled']): ReleasedName[] =>
  segment.map(({ column, value, or = [] }) => ({
    what: 'segment',
    name: column,
    texts: [value, ...or].flatMap((one) => [`${column} ${one}`, one]),
  }));

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
    /** Of the file and what it is made of; the segment's is read from the recipe. */
    names?: readonly ReleasedName[];
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
    outputs: rows.compiled.outputs.map(({ name, sources, treatment, moved }) => ({
      name,
      sources,
      treatment,
      ...(moved === undefined ? {} : { moved }),
    })),
    measure: measured.measure,
    facts: measured.facts,
    policy: { targetingAge: rows.policy.value('targeting-age', '*'), barred: barredFlags(rows.policy) },
    names: [...(input.names ?? []), ...segmentNames(rows.compiled)],
    declared: input.declared([...new Set(visible.flatMap(({ sources }) => sources))]),
    asItStands: input.asItStands ?? false,
    workspace: input.workspace !== null,
  }).map(wordGuardFinding);
}
