import type { WindowQuery, ReadWindow } from './window-source.ts';

const number = /^[-+]?\d{1,3}(?:[\s,.]?\d{3})*(?:[.,]\d+)?$|^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;
/** Rows looked at of what was read. */
const looked = 50;

/** Adds to `known` the columns that are seen to hold plain numbers in the first rows read of each. */
export function notePlainNumbers(
  known: Set<string>,
  { columns }: Pick<WindowQuery, 'columns'>,
  { rows }: Pick<Awaited<ReturnType<ReadWindow>>, 'rows'>,
): void {
  columns.forEach((name, at) => {
    const written = rows
      .slice(0, looked)
      .map(({ cells }) => cells[at])
      .filter((cell) => cell?.text != null && cell.text !== '');
    if (written.length > 0 && written.every((cell) => !cell!.masked && number.test(cell!.text!))) known.add(name);
  });
}
