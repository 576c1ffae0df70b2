import { quoteText } from '#shared/sql/quote.ts';

/** What a system puts into cells that is none of the data. */
export interface CellHabits {
  /** Words for "missing", compared trimmed; read as empty. */
  nullWords: readonly string[];
  /** An apostrophe before a number or sign, so that spreadsheets leave the text alone; taken away. */
  formulaGuard: boolean;
}

/** The relation without a system's habits. Columns stay c1…cn, VARCHAR; rows stay as they are. */
export function cleanCells(relation: string, columns: number, { nullWords, formulaGuard }: CellHabits): string {
  if (nullWords.length === 0 && !formulaGuard) return relation;
  const cells = Array.from({ length: columns }, (_unused, at) => {
    const name = `c${at + 1}`;
    const bare = formulaGuard ? `regexp_replace(${name}, '^''([-+=@0-9])', '\\1')` : name;
    if (nullWords.length === 0) return `${bare} AS ${name}`;
    const words = nullWords.map(quoteText).join(', ');
    return `CASE WHEN trim(${name}) IN (${words}) THEN NULL ELSE ${bare} END AS ${name}`;
  });
  return `(SELECT ${cells.join(', ')} FROM ${relation})`;
}
