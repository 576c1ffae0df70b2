import { open } from 'node:fs/promises';
import { longPattern } from '#shared/domain/long-pattern.ts';
import type { Dialect } from './dialect.ts';
import { parseText } from './parse-text.ts';

const tailBytes = 4096;
const mostLines = 24;

/** What reports write below their table: Salesforce's in both of its forms, and others' like it. */
const phrase = longPattern('i')`
  ^(?:confidential[ ]information[ ]?[-–][ ]?do[ ]not[ ]distribute
  |copyright[ ](?:\(c\)|©)[ ]?\d{4}.{0,200}(?:salesforce|all[ ]rights[ ]reserved)
  |(?:report[ ])?generated[ ](?:by|on|at):?[ ]
  |(?:exported|downloaded)[ ](?:on|at|by):?[ ])`;
const total = /^(?:grand )?totals?(?: \([\d.,]+ records?\))?:?$/i;

/** The one cell of a line that holds anything; null where there are none or several. */
function onlyCell(line: string, dialect: Dialect): string | null {
  const cells = (parseText(line, dialect, { complete: true, limit: 1 })[0]?.fields ?? []).map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && cells[0] === filled[0] ? cells[0]! : null;
}

const isSum = (line: string, dialect: Dialect): boolean =>
  total.test((parseText(line, dialect, { complete: true, limit: 1 })[0]?.fields[0] ?? '').trim());

/**
 * The lines below the table that say whose report it is, by their bytes: those from the first that is known to the end,
 * a title in the same block, and rows of totals just above. Undefined where the text ends with rows.
 * @param columns of the table: in one of a single column only what is known for certain is no row
 */
export async function reportFoot(
  path: string,
  bytes: number,
  dialect: Dialect,
  columns: number,
): Promise<((record: Buffer) => boolean) | undefined> {
  const file = await open(path, 'r');
  try {
    const tail = Buffer.alloc(Math.min(tailBytes, bytes));
    await file.read(tail, 0, tail.length, bytes - tail.length);
    const lines = tail
      .toString('utf8')
      .split(/\r\n|\n|\r/)
      .slice(tail.length < bytes ? 1 : 0)
      .slice(-mostLines);
    const known = lines.map((line) => phrase.test(onlyCell(line, dialect) ?? ''));
    let first = known.indexOf(true);
    if (first < 0) return undefined;
    const lone = (at: number): boolean => onlyCell(lines[at] ?? '', dialect) !== null;
    const rest = columns === 1 ? [] : lines.slice(first).filter((line) => onlyCell(line, dialect) !== null);
    while (columns > 1 && lone(first - 1)) first -= 1;
    let above = first - 1;
    while (above >= 0 && (lines[above]!.trim() === '' || isSum(lines[above]!, dialect))) above -= 1;
    const foot = new Set([
      ...lines.filter((_, at) => known[at]),
      ...rest,
      ...(columns > 1 ? lines.slice(above + 1, known.indexOf(true)).filter((line) => line.trim() !== '') : []),
    ]);
    return (record) => record.length < tailBytes && foot.has(record.toString('utf8'));
  } finally {
    await file.close();
  }
}
