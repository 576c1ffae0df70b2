import { columnsInTable, onlyOutputs, writeDuckSql, type CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { fillCoded } from './code-as-filled.ts';

export interface FillInput {
  duck: Duck;
  /** Quoted name of the temporary table to be made. */
  table: string;
  compiled: CompiledRecipe;
  /** FROM-clause expression of the source. */
  relation: string;
  /**
   * What is selected of the compiled rows and under which name, one for each output and column beside them, in their
   * order.
   */
  select: readonly { sql: string; name: string }[];
  /** Columns that may hold the numbers of their texts instead, by name; none of a table that others read as text. */
  codes?: readonly string[];
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

export interface FilledTable {
  /** For each of `castChecks`, the rows whose value could not be read. */
  failed: number[];
  /** The columns that hold the numbers of their texts (ENUM). */
  coded: ReadonlySet<string>;
}

/** Flags that one number holds: the data engine keeps some megabytes ready for every column that it stores. */
const flagsTogether = 30;

/** The flags of a row as bits of a few numbers, and those numbers as flags again. */
function packFlags({ castChecks }: CompiledRecipe): { packed: string[]; unpacked: string[] } {
  const packed: string[] = [];
  const unpacked: string[] = [];
  for (let from = 0; from < castChecks.length; from += flagsTogether) {
    const name = `failed_bits_${packed.length}`;
    const own = castChecks.slice(from, from + flagsTogether);
    packed.push(
      `${own.map(({ flag }, bit) => `(CASE WHEN ${flag} THEN ${2 ** bit} ELSE 0 END)`).join(' + ')} AS ${name}`,
    );
    unpacked.push(...own.map(({ flag }, bit) => `(${name}::BIGINT & ${2 ** bit}) <> 0 AS ${flag}`));
  }
  return { packed, unpacked };
}

const counted = (compiled: CompiledRecipe): string =>
  compiled.castChecks.map(({ sql }, index) => `${sql} AS failed${index}`).join(', ');

/**
 * Makes a table of a recipe's outputs and what it counts by beside them, in the order of the source's rows. Of a wide source some columns are computed at
 * a time and laid side by side.
 */
export async function fillTable(input: FillInput): Promise<FilledTable> {
  const { duck, table, compiled, relation, select, signal } = input;
  const columns = columnsInTable(compiled);
  const all = columns.map((_, index) => index);
  const parts = someAtATime(all).map((outputs, at) => ({ name: `${table.slice(0, -1)}_${at}"`, outputs }));
  const failed = new Map<string, number>();
  let coded: ReadonlySet<string> = new Set();
  const make = async (
    name: string,
    part: CompiledRecipe,
    outputs: readonly number[],
    at: number,
    of: number,
  ): Promise<void> => {
    const { packed, unpacked } = packFlags(part);
    const list = [...outputs.map((index) => `${select[index]!.sql} AS ${select[index]!.name}`), ...packed];
    const rowsOf = (of: string): string =>
      `SELECT ${list.join(', ')} FROM (${writeDuckSql(part, of, { checks: true })})`;
    const onShare = (share: number): void => input.onShare?.((at + share) / of);
    if (of === 1 && input.codes !== undefined && input.codes.length > 0)
      coded = await fillCoded({
        duck,
        table: name,
        columns: input.codes,
        rows: (limit) => rowsOf(limit === undefined ? relation : `(SELECT * FROM ${relation} LIMIT ${limit})`),
        signal,
        onShare,
      });
    else await interruptible(duck, signal, () => duck.run(`CREATE TEMP TABLE ${name} AS ${rowsOf(relation)}`), onShare);
    const [counts] =
      part.castChecks.length === 0
        ? []
        : await interruptible(duck, signal, () =>
            duck.query<Record<string, number>>(
              `SELECT ${counted(part)} FROM (SELECT ${unpacked.join(', ')} FROM ${name})`,
            ),
          );
    for (const [index, { flag }] of part.castChecks.entries())
      failed.set(flag, Number(counts?.[`failed${index}`] ?? 0));
  };
  if (parts.length < 3) await make(table, compiled, all, 0, 1);
  else {
    try {
      for (const [at, part] of parts.entries())
        await make(
          part.name,
          onlyOutputs(compiled, new Set(part.outputs.map((index) => columns[index]!.name))),
          part.outputs,
          at,
          parts.length,
        );
      await interruptible(duck, signal, () =>
        duck.run(
          `CREATE TEMP TABLE ${table} AS SELECT ${select.map(({ name }) => name).join(', ')} FROM ` +
            `${parts.map(({ name }) => name).join(' POSITIONAL JOIN ')}`,
        ),
      );
    } finally {
      for (const { name } of parts) await duck.run(`DROP TABLE IF EXISTS ${name}`);
    }
  }
  return { failed: compiled.castChecks.map(({ flag }) => failed.get(flag) ?? 0), coded };
}
