import type { AttackLimits, AttackResult } from '#shared/domain/attack-results.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { codeColumns, codePersons } from './coded-columns.ts';
import { coarsenTable } from './coarsen-table.ts';
import { growTable } from './grow-table.ts';
import { sayWhy } from './say-why.ts';
import type { Measuring } from './measure-recipe.ts';
import { dropped, type CodedColumn, type Stand } from './stands.ts';
import type { Choice, Ladder } from './step-spec.ts';
import { TableAttack } from './table-attack.ts';
import type { TableSearch } from './table-search.ts';

export interface LevelSearch {
  on: Measuring;
  choices: readonly Choice[];
  ladders: readonly Ladder[];
  /** Temporary table of the sample, and how many rows the file has. */
  sample: string;
  rows: number;
  /** Share (0..1) of the rows that may lie in small classes. */
  share: number;
  /** Limits of the attacks that the table is held to; null: it is not attacked. */
  limits: AttackLimits | null;
  breathe: () => Promise<void>;
}

export interface Found {
  stands: Map<Ladder, Stand>;
  leftOut: Map<Ladder, string>;
  /** Why a column that is kept is no finer, where an attack is the reason. */
  noFiner: Map<Ladder, string>;
  /** What attacks kept the table from, in a sentence; null where none was refused. */
  attacked: string | null;
}

export interface Table {
  search: TableSearch;
  /** Columns that cannot stand in the table because they could be inferred from it, with what was measured. */
  inferable: Map<Ladder, string>;
  /** Columns that attacks keep from becoming finer or coming in. */
  frozen: ReadonlySet<Ladder>;
  /** The attack that is refused on the table as fine as k alone allows it; null where none is. */
  refused: AttackResult | null;
}

/** What the tables of a search are made of. */
export interface TableWork extends LevelSearch {
  /** FROM-clause expression of the rows that are searched, and of how many of the file's rows each is one. */
  searched: string;
  every: number;
  /** Rows that may lie in small classes. */
  allowed: number;
  person: Uint32Array | null;
  /** Null: the table is not attacked. */
  attack: TableAttack | null;
  /** Reads columns as numbers, each once. */
  load(some: readonly Ladder[]): Promise<CodedColumn[]>;
}

/** More rows than this are searched on a sample; the whole file then has the last word. */
export const searchRows = 2_000_000;

/**
 * Decides where every ladder stands: an anonymised table grows from nothing, the others start from every column and
 * coarsen; then nothing may be one step finer without too many rows being left out, or an attack finding too much.
 */
export async function chooseLevels(search: LevelSearch): Promise<Found> {
  const { on, ladders } = search;
  const { input } = on;
  if (ladders.length === 0) return { stands: new Map(), leftOut: new Map(), noFiner: new Map(), attacked: null };
  const work = await workOf(search);
  const table =
    input.release === 'anonymised' && input.way !== 'levels' ? await growTable(work) : await coarsenTable(work);
  const stands = new Map([...table.search.stands].map(([column, stand]) => [column.ladder, stand]));
  for (const ladder of ladders) if (!stands.has(ladder)) stands.set(ladder, dropped(ladder));
  return { stands, ...(await sayWhy(work, { ...table, stands })) };
}

async function workOf(search: LevelSearch): Promise<TableWork> {
  const { on, ladders, rows, limits } = search;
  const { input, person } = on;
  const every = Math.max(1, Math.ceil(rows / searchRows));
  const ids = ladders.map(({ column }) => quoteIdentifier(column.physical));
  const searched =
    every < 2 || ids.length === 0
      ? on.relation
      : `(SELECT * FROM ${on.relation} WHERE hash(${person ?? ids.slice(0, 50).join(', ')}) % ${every} = 0)`;
  const known = new Map<Ladder, CodedColumn>();
  const context = { step: 0, referenceDate: input.referenceDate, keyName: input.purpose.id, k: input.k };
  const load = async (some: readonly Ladder[]): Promise<CodedColumn[]> => {
    const unread = some.filter((ladder) => !known.has(ladder));
    const read = await codeColumns(on.duck, searched, unread, context, rows / every, search.breathe);
    // Of a very wide file not all columns are held at once.
    if (known.size + read.length <= held) for (const column of read) known.set(column.ladder, column);
    const found = new Map([...known, ...read.map((column): [Ladder, CodedColumn] => [column.ladder, column])]);
    return some.flatMap((ladder) => found.get(ladder) ?? []);
  };
  const persons = person === null ? null : await codePersons(on.duck, searched, person);
  const attack =
    limits === null
      ? null
      : new TableAttack({
          limits,
          k: input.k,
          rows: Math.ceil(rows / every),
          columns: input.columns,
          person: persons,
          signal: input.signal,
          most: input.attacks?.most,
          onTry: input.attacks?.onTry,
        });
  const allowed = Math.floor((rows / every) * search.share);
  return { ...search, searched, every, allowed, person: persons, attack, load };
}

/** Columns that are held as numbers at once. */
const held = 400;
