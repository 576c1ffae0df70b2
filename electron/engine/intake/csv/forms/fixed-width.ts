/** Columns of a text that stand at fixed places: where each begins (characters, from 0), and lines above the names. */
export interface FixedPlaces {
  starts: number[];
  /** Lines before the names; undefined where a table's own first line is still to be found. */
  before: number | undefined;
}

const looked = 400;
/** Lines above the names, such as a title and a date. */
const mostAbove = 10;
const mostRuler = 20;
/** Of so many lines one blank column between words is hardly chance. */
const enoughForNarrow = 10;
const fewest = 4;
/** So many lines in a hundred may stand otherwise: a total, a page's foot. */
const mostAstray = 0.03;
const usual = [',', ';', '\t', '|'];

const rulerLine = /^\s*[-=]{2,}(?:\s+[-=]+)+\s*$/;

export const isRuler = (line: string): boolean => rulerLine.test(line);

const isBlank = (line: readonly string[], at: number): boolean => (line[at] ?? ' ') === ' ';

/** Runs of places that are blank in all lines but a few, between the first sign and the last. */
function gapsOf(lines: readonly (readonly string[])[]): { from: number; to: number }[] {
  const width = Math.max(...lines.map((line) => line.length));
  const most = lines.length < enoughForNarrow ? 0 : Math.max(1, Math.floor(mostAstray * lines.length));
  const filled = Array.from({ length: width }, (_, at) => lines.filter((line) => !isBlank(line, at)).length);
  const gaps: { from: number; to: number }[] = [];
  for (let at = filled.findIndex((many) => many > most); at < width; at += 1) {
    if (filled[at]! > most) continue;
    const last = gaps.at(-1);
    if (last?.to === at - 1) last.to = at;
    else gaps.push({ from: at, to: at });
  }
  return gaps.filter(({ to }) => to < width - 1);
}

interface Column {
  from: number;
  to: number;
}

/** Cells of a column, a cell a line. */
const cellsOf = (lines: readonly (readonly string[])[], { from, to }: Column): string[] =>
  lines.map((line) => line.slice(from, to).join(''));

/** Whether the cells of a column stand one below the other: all at its left edge, or all at its right. */
function isAligned(lines: readonly (readonly string[])[], column: Column): boolean {
  const cells = cellsOf(lines, column).filter((cell) => cell.trim() !== '');
  const left = cells.filter((cell) => cell[0] !== ' ').length;
  const right = Math.max(...cells.map((cell) => cell.trimEnd().length));
  const ends = cells.filter((cell) => cell.trimEnd().length === right).length;
  return cells.length >= 0.2 * lines.length && Math.max(left, ends) >= 0.9 * cells.length;
}

/** Whether nearly every line has a cell there, the first one too. */
function isFull(lines: readonly (readonly string[])[], column: Column): boolean {
  const cells = cellsOf(lines, column);
  return cells[0]!.trim() !== '' && cells.filter((cell) => cell.trim() !== '').length >= 0.9 * cells.length;
}

/** The columns between gaps. */
const columnsBetween = (gaps: readonly { from: number; to: number }[], first: number): Column[] =>
  [first, ...gaps.map(({ to }) => to + 1)].map((from, at) => ({ from, to: gaps[at]?.from ?? Infinity }));

/**
 * Where columns begin: after each gap. One blank alone may stand inside cells by chance: it parts columns only where
 * there are many lines, with a cell on either side in nearly all of them.
 */
function startsOf(lines: readonly (readonly string[])[]): number[] | null {
  const first = Math.min(...lines.map((line) => line.findIndex((sign) => sign !== ' ')).filter((at) => at >= 0));
  const all = gapsOf(lines);
  const columns = columnsBetween(all, first);
  const narrow = (at: number): boolean =>
    lines.length >= enoughForNarrow && isFull(lines, columns[at]!) && isFull(lines, columns[at + 1]!);
  // A name goes on over it: the blank stands inside the cells below.
  const gaps = all.filter(({ from, to }, at) => to > from || (narrow(at) && isBlank(lines[0]!, from)));
  const found = columnsBetween(gaps, first);
  const mostly = found.filter(
    (one) => cellsOf(lines, one).filter((cell) => cell.trim() !== '').length >= 0.6 * lines.length,
  );
  const wide = gaps.some(({ from, to }) => to > from);
  return mostly.length > 1 && wide && found.every((one) => isAligned(lines, one))
    ? found.map(({ from }) => from)
    : null;
}

const fieldsBy = (line: string, delimiter: string): number => line.split(delimiter).length;

/** Whether a delimiter parts nearly all lines into the same count of fields: then that is what parts them. */
function isParted(lines: readonly string[]): boolean {
  const even = (delimiter: string): boolean => {
    const fields = fieldsBy(lines[Math.floor(lines.length / 2)]!, delimiter);
    return fields > 1 && lines.filter((line) => fieldsBy(line, delimiter) === fields).length >= 0.8 * lines.length;
  };
  // A single space between words that happen to be as long as each other is a delimiter, too.
  const quoted = lines.filter((line) => /^\s*".*"\s*$/.test(line)).length >= 0.5 * lines.length;
  const bySpace = (): boolean => even(' ') && lines.every((line) => !line.trim().includes('  '));
  return quoted || usual.some(even) || bySpace();
}

/** A line of dashes below the names says where each column begins, as consoles of databases print it. */
function byRuler(lines: readonly string[]): FixedPlaces | null {
  const at = lines.slice(0, mostRuler).findIndex(isRuler);
  if (at < 1) return null;
  const ruler = lines[at]!;
  const starts = [...ruler.matchAll(/[-=]+/g)].map(({ index }) => Array.from(ruler.slice(0, index)).length);
  const names = [...lines[at - 1]!];
  const rows = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const fits = (line: readonly string[]): boolean => starts.every((start) => start === 0 || isBlank(line, start - 1));
  const fitting = rows.filter((row) => fits([...row])).length;
  return fits(names) && rows.length > 0 && fitting >= 0.5 * rows.length ? { starts, before: at - 1 } : null;
}

/** Whether a line has one word or name in each column. */
function fillsAll(line: string, starts: readonly number[]): boolean {
  const cells = cutAt(line, starts, starts);
  return cells !== null && cells.every((cell) => cell !== '' && !cell.includes('  '));
}

/**
 * Finds columns at fixed places in a text (`head`, its first lines): by a line of dashes below the names, else by places
 * that are blank in every line, if what stands between them is aligned and no delimiter parts the lines.
 */
export function fixedPlaces(head: string): FixedPlaces | null {
  const written = head.split(/\r\n|\n|\r/, looked + 1).slice(0, looked);
  const ruled = byRuler(written);
  if (ruled !== null) return ruled;
  const filled = written.flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at }]));
  let best: FixedPlaces | null = null;
  for (let above = 0; above <= Math.min(mostAbove, filled.length - fewest); above += 1) {
    const lines = filled.slice(above).map(({ line }) => line);
    if (lines.some((line) => line.includes('\t')) || isParted(lines)) return best;
    const starts = startsOf(lines.map((line) => [...line.trimEnd()]));
    if (starts === null || starts.length <= (best?.starts.length ?? 0)) continue;
    // A line with a word in every column names them, whatever finer parts the lines below it have.
    if (best !== null && best.starts.length > 2 && fillsAll(written[best.before!]!, best.starts)) return best;
    best = { starts, before: filled[above]!.at };
  }
  return best;
}

/** The same columns without those that one blank parts from their neighbour, as people may mean it. */
export function widerPlaces(head: string, starts: readonly number[], before: number): number[] | null {
  const lines = head
    .split(/\r\n|\n|\r/, looked)
    .slice(before, -1)
    .filter((line) => line.trim() !== '' && !isRuler(line))
    .map((line) => [...line]);
  const wide = starts.filter(
    (start) => start < 2 || lines.filter((line) => !isBlank(line, start - 2)).length <= mostAstray * lines.length,
  );
  return wide.length > 1 && wide.length < starts.length ? wide : null;
}

/** The starts before which a blank stands in all lines but a few: one that has none there is no row of the table. */
export function blankBefore(head: string, starts: readonly number[], before: number): number[] {
  const lines = head
    .split(/\r\n|\n|\r/, looked)
    .slice(before)
    .filter((line) => line.trim() !== '')
    .map((line) => [...line]);
  const most = Math.max(1, mostAstray * lines.length);
  return starts.filter((start) => start > 0 && lines.filter((line) => !isBlank(line, start - 1)).length <= most);
}

/** Whether all lines are equally long, and not because each is one value: their columns may be known elsewhere. */
export function equallyLong(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/, looked).filter((line) => line !== '');
  const length = lines[0]?.length ?? 0;
  const mixed = lines.filter((line) => /\d/.test(line) && /\p{L}/u.test(line) && /\s/.test(line)).length;
  return (
    lines.length > 5 && length >= 20 && lines.every((line) => line.length === length) && mixed >= 0.5 * lines.length
  );
}

/** A line cut at its columns, without the spaces around; null where a word stands across the beginning of one. */
export function cutAt(line: string, starts: readonly number[], parted: readonly number[]): string[] | null {
  const signs = [...line];
  if (parted.some((start) => !isBlank(signs, start - 1) && !isBlank(signs, start))) return null;
  return starts.map((start, at) =>
    signs
      .slice(start, starts[at + 1])
      .join('')
      .trim(),
  );
}
