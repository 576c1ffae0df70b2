import { localText } from '#shared/text/engine/local-recoding.ts';
import { codeArray, type CodedColumn } from '../coded/coded-table.ts';
import { numberSets, rowsByGroup, type RowsByGroup } from './group-sets.ts';
import { adjoin, orderValues, readBand, writeBand, type Band } from './value-order.ts';

/** How the cells of groups read in one column. */
export interface LabelStyle {
  /** Values from the lowest to the highest. */
  order: string[];
  /** All of them are bands or whole numbers. */
  bands: boolean;
  /** Between the values of a list: bars, more than any value has in a row, between spaces. */
  separator: string;
  /** Between the ends of a range of values in order: points of which the same holds. */
  range: string;
  /** What no value, and an empty text, read among others. */
  noValue: string;
  emptyText: string;
}

/** A sign, repeated until no text has so many in a row. */
function unused(sign: string, texts: readonly string[]): string {
  let mark = sign;
  while (texts.some((text) => text.includes(mark))) mark += sign;
  return mark;
}

/** A name in parentheses, in more of them until no text reads so. */
function unlike(name: string, texts: ReadonlySet<string>): string {
  let label = `(${name})`;
  while (texts.has(label)) label = `(${label})`;
  return label;
}

/** @param order the values from the lowest to the highest, where the column has such an order; see `labelGroups` */
export function labelStyle(values: readonly (string | null)[], order?: readonly string[]): LabelStyle {
  const texts = values.filter((value) => value !== null);
  const known = new Set(texts);
  const given = new Set(order);
  return {
    order:
      order === undefined ? orderValues(texts) : [...order, ...orderValues(texts.filter((text) => !given.has(text)))],
    bands: texts.every((text) => readBand(text) !== null),
    separator: ` ${unused('|', texts)} `,
    range: ` ${unused('…', texts)} `,
    noValue: unlike(localText.noValue, known),
    emptyText: unlike(localText.emptyText, known),
  };
}

/** Runs of places that follow each other. */
function runsOf(places: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

/** Bands that adjoin read as one, but for those that together are every number. */
function wordBands(texts: readonly string[]): string[] {
  const runs: Band[][] = [];
  for (const text of texts) {
    const band = readBand(text)!;
    const run = runs.at(-1);
    if (run !== undefined && adjoin(run.at(-1)!, band)) run.push(band);
    else runs.push([band]);
  }
  let next = 0;
  return runs.flatMap((run) => {
    const own = texts.slice(next, next + run.length);
    next += run.length;
    const together = run.length === 1 ? null : writeBand(run[0]!, run.at(-1)!);
    return together === null ? own : [together];
  });
}

/** A run of neighbours: bands; a range from three on where somebody told the order; else each by itself. */
function wordRun(texts: readonly string[], { range, emptyText, bands }: LabelStyle, told: boolean): string[] {
  if (bands) return wordBands(texts);
  const shown = texts.map((text) => (text === '' ? emptyText : text));
  return texts.length > 2 && told ? [`${shown[0]}${range}${shown.at(-1)}`] : shown;
}

/** What a set of values reads: in their order, whatever their numbers. One value reads as it is. */
function wordSet(
  set: readonly (string | null)[],
  style: LabelStyle,
  places: Map<string, number>,
  told: boolean,
): string | null {
  if (set.length === 1) return set[0]!;
  const known = set.filter((value) => value !== null).map((value) => places.get(value)!);
  const runs = runsOf(known.toSorted((one, other) => one - other));
  const parts = runs.flatMap(([first, last]) => wordRun(style.order.slice(first, last + 1), style, told));
  if (known.length < set.length) parts.push(style.noValue);
  return parts.join(style.separator);
}

/**
 * Gives each cell the set of values that its group has in the column, as text. Bands that adjoin read as one (`18-34`
 * and `35-54`: `18-54`), neighbours in a told order as a range (`Mon … Thu`), all others as a list (`a | b`) in the
 * order of the values, which says nothing of how often each occurs. A group of one value reads that value exactly as it
 * is, no value among them; in a list no value reads `(no value)`. `labelStyle` tells the marks, `splitLabel` takes a
 * list apart.
 * @param order the column's values from the lowest to the highest; where absent, bands and whole numbers are ordered
 *   by what they say, other texts by their letters, and no range is made of those
 */
export const labelGroups = (
  column: CodedColumn,
  groupOf: Uint32Array,
  groups: number,
  order?: readonly string[],
): CodedColumn => labelSets(column, groupOf, rowsByGroup(groupOf, groups), order);

/** The same for several columns. */
export function labelColumns(columns: readonly CodedColumn[], groupOf: Uint32Array, groups: number): CodedColumn[] {
  const byGroup = rowsByGroup(groupOf, groups);
  return columns.map((column) => labelSets(column, groupOf, byGroup));
}

function labelSets(
  { name, codes, values }: CodedColumn,
  groupOf: Uint32Array,
  byGroup: RowsByGroup,
  order?: readonly string[],
): CodedColumn {
  const style = labelStyle(values, order);
  const places = new Map(style.order.map((value, place) => [value, place]));
  const labels = new Map<string | null, number>();
  const { of, sets } = numberSets(codes, values.length, byGroup);
  const labelOfSet = sets.map((set) => {
    const texts = set.map((code) => values[code]!);
    const label = wordSet(texts, style, places, order !== undefined);
    const number = labels.get(label) ?? labels.size;
    labels.set(label, number);
    return number;
  });
  const labelOf = Uint32Array.from(of, (set) => labelOfSet[set]!);
  const labelled = codeArray(labels.size, codes.length);
  for (let row = 0; row < codes.length; row += 1) labelled[row] = labelOf[groupOf[row]!]!;
  return { name, codes: labelled, values: [...labels.keys()] };
}

/** The parts of a label: values, bands and ranges as they stand in it, no value as null. */
export function splitLabel(label: string | null, { separator, noValue, emptyText }: LabelStyle): (string | null)[] {
  if (label === null) return [null];
  const parts = label.split(separator);
  if (parts.length === 1) return parts;
  return parts.map((part) => (part === noValue ? null : part === emptyText ? '' : part));
}
