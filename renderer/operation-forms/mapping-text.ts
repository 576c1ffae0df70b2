import { arxLine } from '#shared/hierarchies/arx-line.ts';

export type MappingText = { ok: true; rows: string[][] } | { ok: false; line: number };

/**
 * A hierarchy as lines of fields between semicolons, as ARX writes it; fields with a semicolon, a quote or a line break
 * stand in quotes.
 */
export const writeMapping = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => arxLine(row)).join('\n');

/**
 * Reads what `writeMapping` writes, or a person typed; blank lines are skipped. `line` is 1-based: the first without a
 * level.
 */
export function readMapping(text: string): MappingText {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  let wasQuoted = false;
  let line = 1;
  let rowLine = 1;
  const endField = (): void => {
    row.push(wasQuoted ? value : value.trim());
    value = '';
    wasQuoted = false;
  };
  const endRow = (): number | null => {
    endField();
    const blank = row.length === 1 && row[0] === '';
    const bad = !blank && row.length < 2 ? rowLine : null;
    if (!blank) rows.push(row);
    row = [];
    rowLine = line + 1;
    return bad;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else value += sign;
      if (sign === '\n') line += 1;
    } else if (sign === '"' && value.trim() === '' && !wasQuoted) {
      quoted = true;
      wasQuoted = true;
      value = '';
    } else if (sign === ';') endField();
    else if (sign === '\n') {
      const bad = endRow();
      if (bad !== null) return { ok: false, line: bad };
      line += 1;
    } else if (sign !== '\r' && !(wasQuoted && sign.trim() === '')) value += sign;
  }
  const bad = endRow();
  return bad !== null ? { ok: false, line: bad } : { ok: true, rows };
}
