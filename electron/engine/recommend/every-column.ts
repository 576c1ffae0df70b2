import { quoteIdentifier } from '#shared/sql/quote.ts';
import { codeColumns } from './coded-columns.ts';
import type { LevelSearch } from './choose-levels.ts';
import { standOf, type CodedColumn, type Stand } from './stands.ts';
import type { Ladder } from './step-spec.ts';

/** A form of more values than this is too fine to be shared: a coarser one tells more of a group. */
const mostValues = 40;
/** More rows than this are looked at by a sample: which values there are shows in far fewer. */
const looked = 200_000;

/** The finest form that has few values; the coarsest that is not dropping where none has. */
function standFor({ ladder, rungs }: CodedColumn): Stand {
  const shown = ladder.levels.map((level, rung) => ({ level, rung })).filter(({ level }) => level.step !== 'drop');
  const fine = shown.find(({ rung }) => (rungs[rung]?.labels ?? 0) <= mostValues) ?? shown.at(-1);
  return fine === undefined ? { rung: 0 } : standOf(ladder, fine.rung);
}

/**
 * Where every ladder stands when each column is kept: what works on all columns together takes care of rows that would
 * be alone.
 */
export async function everyColumn({ on, ladders, rows, breathe }: LevelSearch): Promise<Map<Ladder, Stand>> {
  const every = Math.max(1, Math.ceil(rows / looked));
  const ids = ladders.map(({ column }) => quoteIdentifier(column.physical));
  const relation =
    every === 1 || ids.length === 0
      ? on.relation
      : `(SELECT * FROM ${on.relation} WHERE hash(${ids.slice(0, 50).join(', ')}) % ${every} = 0)`;
  const { referenceDate, purpose, k } = on.input;
  const context = { step: 0, referenceDate, keyName: purpose.id, k };
  const columns = await codeColumns(on.duck, relation, [...ladders], context, rows / every, breathe);
  return new Map(columns.map((column) => [column.ladder, standFor(column)]));
}
