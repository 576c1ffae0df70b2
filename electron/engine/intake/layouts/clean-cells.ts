import { quoteText } from '#shared/sql/quote.ts';

/** What a system puts into cells that is none of the data. */
export interface CellHabits {
  /** Words for "missing", compared trimmed; read as empty. */
  nullWords: readonly string[];
  /** An apostrophe before a number or sign, so that spreadsheets leave the text alone; taken away. */
  formulaGuard: boolean;
  /** A space after each delimiter; taken away, and what is nothing else is empty. */
  spaceFollows?: boolean;
}

/** The relation without a system's habits. Columns stay c1…cn, VARCHAR; rows stay as they are. */
export function cleanCells(
  relation: string,
  columns: number,
  { nullWords, formulaGuard, spaceFollows = false }: CellHabits,
): string {
  if (nullWords.length === 0 && !formulaGuard && !spaceFollows) return relation;
  const cells = Array.from({ length: columns }, (_unused, at) => {
    const name = `c${at + 1}`;
    const own =
      spaceFollows && at > 0 ? `CASE WHEN ${name} = ' ' THEN NULL ELSE regexp_replace(${name}, '^ ', '') END` : name;
    const bare = formulaGuard ? `regexp_replace(${own}, '^''([-+=@0-9])', '\\1')` : own;
    if (nullWords.length === 0) return `${bare} AS ${name}`;
    const words = nullWords.map(quoteText).join(', ');
    return `CASE WHEN trim(${name}) IN (${words}) THEN NULL ELSE ${bare} END AS ${name}`;
  });
  return `(SELECT ${cells.join(', ')} FROM ${relation})`;
}
