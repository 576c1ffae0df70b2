import type { GuardedTable } from '#shared/domain/anonymised-tables.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { WrittenValues } from '#shared/domain/written-value.ts';
import { notAsked, told } from '#shared/facts/fact.ts';
import { nothingAsked } from '#shared/facts/index.ts';
import { judgeRelease } from '#shared/guardrails/index.ts';
import { wordGuardFinding } from '#shared/guardrails/word-finding.ts';
import { barredFlags, type PolicyInForce } from '#shared/policy/index.ts';
import { undecidedColumns } from '#shared/recipe/undecided-columns.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';
import { sensitiveOutputs } from '#engine/privacy/sensitive-columns.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { untouchedRecipe } from '../recipes/untouched-recipe.ts';
import { releaseBasis, type ReleaseBasis } from '../releases/release-basis.ts';
import type { LoadedTable } from './load-table.ts';

/** What the tables are judged by beside their rows, one for each in their order. */
export async function basesOf(
  state: EngineSession,
  loaded: readonly LoadedTable[],
  { purpose, k }: { purpose?: string | undefined; k: number },
): Promise<ReleaseBasis[]> {
  const id = purpose === undefined ? '' : state.purpose(purpose).id;
  const recipe = untouchedRecipe({ purpose: id, release: 'anonymised', referenceDate: state.today(), k });
  const bases: ReleaseBasis[] = [];
  for (const { table } of loaded) bases.push(await releaseBasis(state, table, { recipe, workingRecipe: false }));
  return bases;
}

/** What was measured, as far as anything was yet. */
export interface MeasuredForGuard {
  k: number;
  targetK: number;
  policy: PolicyInForce;
  /** By table; null before anything was written. */
  written: readonly { rows: number; values: WrittenValues }[] | null;
}

/**
 * What every guardrail says of each table, as of any anonymised release: all columns but the key are counted and
 * generalised, and nothing is protected. The key is new and comes from no column.
 */
export function guardTables(
  loaded: readonly LoadedTable[],
  bases: readonly ReleaseBasis[],
  { k, targetK, policy, written }: MeasuredForGuard,
): GuardedTable[] {
  return loaded.map(({ table, kept, rows }, at) => {
    const { purpose, findings, unconfirmed, names = [], declared, workspace, recipe } = bases[at]!;
    const columns = kept.map(({ name }) => name);
    const rowsOut = written?.[at]!.rows ?? rows;
    const judgements = judgeRelease({
      release: recipe.release,
      purpose,
      findings,
      unconfirmed,
      outputs: columns.map((name) => ({ name, sources: [name], treatment: 'generalised' })),
      measure: {
        k,
        targetK,
        rowsIn: rows,
        rowsOut,
        suppressed: rows - rowsOut,
        suppressionLimit: 1,
        quasiIdentifiers: columns,
        countsPeople: true,
        conversions: 0,
        failedCasts: [],
      },
      facts: {
        ...nothingAsked,
        'nearly-unique': told([]),
        'written-values': written === null ? notAsked : told(written[at]!.values),
      },
      policy: { targetingAge: policy.value('targeting-age', '*'), barred: barredFlags(policy) },
      names,
      declared: declared(columns),
      asItStands: false,
      workspace: workspace !== null,
    });
    return { table: table.fileName, findings: judgements.map(wordGuardFinding) };
  });
}

/** Of each table the columns that are written though nobody knows what they hold. */
export const undecidedOf = (
  loaded: readonly LoadedTable[],
  bases: readonly ReleaseBasis[],
): { table: string; columns: string[] }[] =>
  loaded.flatMap(({ table, kept }, at) => {
    const { recipe, findings } = bases[at]!;
    const seen = { ...recipe, columns: table.columns.map(({ name }) => name) };
    const columns = undecidedColumns(seen, kept, findings).map(({ column }) => column);
    return columns.length === 0 ? [] : [{ table: table.fileName, columns }];
  });

/** Of each table the written columns whose value could harm somebody: of these a release of one table is held to l and t. */
export const sensitiveOf = (
  loaded: readonly LoadedTable[],
  bases: readonly ReleaseBasis[],
): { table: string; columns: string[] }[] =>
  loaded.flatMap(({ table, kept }, at) => {
    const outputs = kept.map(({ name }) => ({ name, sources: [name], treatment: 'generalised' as const }));
    const columns = sensitiveOutputs(outputs, bases[at]!.findings, []);
    return columns.length === 0 ? [] : [{ table: table.fileName, columns }];
  });

/** A block of a guardrail, and the table that it is about. */
export interface TableBlock {
  table: string;
  id: string;
  code?: string;
  columns: string[];
}

/** A release that a guardrail blocks: of which table it is, beside every guardrail's answer. */
export class TablesBlocked extends Failure {
  readonly blocking: readonly TableBlock[];
  constructor(sentence: string, blocking: readonly TableBlock[], guarded: readonly GuardedTable[]) {
    super('GUARDRAIL_BLOCKS', sentence, { findings: guarded.flatMap(({ findings }) => findings) });
    this.blocking = blocking;
  }
}

/** @throws Failure GUARDRAIL_BLOCKS with every guardrail's answer, where one blocks one of the tables */
export function refuseBlocked(guarded: readonly GuardedTable[]): void {
  const blocks = guarded.flatMap(({ table, findings }) =>
    findings.filter(({ verdict }) => verdict === 'block').map((finding) => ({ table, finding })),
  );
  if (blocks.length === 0) return;
  const said = blocks.map(({ table, finding: { id, message, fix } }) => ({ table, id, message, fix }));
  const blocking = blocks.map(({ table, finding: { id, columns, reason } }) => ({
    table,
    id,
    ...(reason === undefined ? {} : { code: reason.code }),
    columns,
  }));
  throw new TablesBlocked(text.blocked(said), blocking, guarded);
}
