import { bandLabels } from '#shared/domain/band-labels.ts';
import { usualK } from '#shared/domain/recipe-target.ts';
import { inWholeNumbers } from '#shared/hierarchies/builders/interval.ts';
import { hierarchyBuilders } from '#shared/hierarchies/index.ts';
import type { DateUnit, HierarchyLevel } from '#shared/hierarchies/hierarchy.ts';
import { operationsText } from '#shared/text/operations.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { readDate } from '#engine/values/dates.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import { codeLevel, rowsByCode } from './code-hierarchy.ts';

export type BuiltKind = keyof typeof text.built;

/** What values are called that belong nowhere else. */
const { rest } = operationsText['map-categories'];

/** A column of at most so many different values keeps all of them at its finest level. */
const few = 20;

/** A column without its rows. */
export type ColumnValues = Pick<CodedColumn, 'name' | 'values'>;

interface Shape {
  kind: BuiltKind;
  levels: HierarchyLevel[];
  label(level: HierarchyLevel, value: string): string;
}

/**
 * A hierarchy for a column that brings none: dates by their units, codes by their prefixes, coordinates by cells, numbers by intervals, all
 * else by what is frequent; above the value and below `*`. Its leaves are the values that occur. An empty cell stays one
 * until everything is `*`.
 */
export const buildHierarchy = (column: CodedColumn): { hierarchy: CodedHierarchy; kind: BuiltKind } =>
  buildOfCounts(column, rowsByCode(column));

/** The same where only the values of a column are known. @param counts rows that have each value */
export function buildOfCounts(
  column: ColumnValues,
  counts: Uint32Array,
): { hierarchy: CodedHierarchy; kind: BuiltKind } {
  const shape = shapeOf(column, counts);
  const values = column.values.map((value) => value ?? '');
  const above = shape.levels.map((level) => values.map((value) => (value === '' ? '' : shape.label(level, value))));
  return { hierarchy: hierarchyOf(column.name, values, above), kind: shape.kind };
}

/**
 * The levels that put something together, and `*` above them.
 * @param values all different @param above the labels of each level, in the order of the values
 */
export function hierarchyOf(
  column: string,
  values: readonly string[],
  above: readonly (readonly string[])[],
): CodedHierarchy {
  const identity = Uint32Array.from(values, (_, code) => code);
  const levels = [codeLevel(values, identity)];
  for (const labels of [...above, values.map(() => text.everything)]) {
    const next = codeLevel(labels, identity);
    // A level that puts nothing together, or all, is none; one that is no function of the last parts what is together.
    const isTop = next.labels[0] === text.everything && next.labels.length === 1;
    const isBetween = next.labels.length > 1 && next.labels.length < levels.at(-1)!.labels.length;
    if (isTop || (isBetween && isFunction(levels.at(-1)!.of, next.of))) levels.push(next);
  }
  return { column, levels, domain: values.length };
}

function isFunction(below: Uint32Array, above: Uint32Array): boolean {
  const known = new Map<number, number>();
  return below.every((label, code) => {
    const before = known.get(label);
    if (before === undefined) known.set(label, above[code]!);
    return before === undefined || before === above[code];
  });
}

function shapeOf(column: ColumnValues, counts: Uint32Array): Shape {
  const values = column.values.filter((value): value is string => value !== null && value !== '');
  return (
    dates(values) ??
    codes(column.name, values) ??
    cells(column.name, values) ??
    numbers(column, counts, values) ??
    frequent(column, counts)
  );
}

/** So many of the different values have to be dates, for the others to be put together. */
const mostlyDates = 0.9;

/** The label of a date: the year alone where it cannot be told which of two numbers is the month. */
function dateLabel(unit: DateUnit, value: string): string | null {
  const read = readDate(value);
  if (read === null || read.year === null) return null;
  const { year, month } = read;
  if (unit === 'decade') return `${Math.floor(year / 10) * 10}s`;
  if (unit === 'year' || month === null) return String(year);
  return unit === 'month' ? `${year}-${String(month).padStart(2, '0')}` : `${year}-Q${Math.ceil(month / 3)}`;
}

function dates(values: readonly string[]): Shape | null {
  const read = values.filter((value) => dateLabel('year', value) !== null).length;
  if (values.length < 2 || read < mostlyDates * values.length) return null;
  const { levels } = hierarchyBuilders.date.build(null);
  return {
    kind: 'date',
    levels,
    label: (level, value) => (level.kind === 'date' ? (dateLabel(level.unit, value) ?? rest) : value),
  };
}

const namedCode = /(^|[^a-z])(zip|zips|plz|post|postal|postcode|zipcode|postleitzahl|phone|ip)([^a-z]|$)/i;

/** Codes of one length by their name, or because one begins with a nought as no number does. */
function codes(name: string, values: readonly string[]): Shape | null {
  const length = values[0]?.length ?? 0;
  const alike = values.length > few && length >= 3 && values.every((value) => value.length === length);
  if (!alike || !values.every((value) => /^[0-9A-Za-z]+$/.test(value) && /\d/.test(value))) return null;
  if (!namedCode.test(name) && !values.some((value) => /^0\d/.test(value))) return null;
  const { levels } = hierarchyBuilders.prefix.build({ length });
  return {
    kind: 'prefix',
    levels,
    label: (level, value) =>
      level.kind === 'prefix' ? value.slice(0, level.length).padEnd(length, text.everything) : value,
  };
}

const namedCoordinate = /(^|[^a-z])(lat|lon|lng|long|latitude|longitude|breitengrad|l[äa]ngengrad)([^a-z]|$)/i;

/** Degrees, each a tenth of the next, so that a cell lies in one of the next: about 1.1, 11, 111 and 1,110 km. */
const cellWidths = [0.01, 0.1, 1, 10];
const decimalsOfCell: Record<number, number> = { 0.01: 2, 0.1: 1 };

/** Coordinates by the cells of a grid of stated size, whatever they are: by their name, and as no other number reads. */
function cells(name: string, values: readonly string[]): Shape | null {
  if (!namedCoordinate.test(name) || values.length < 2) return null;
  if (!values.every((value) => /^[+-]?\d{1,3}(\.\d{1,15})?$/.test(value) && Math.abs(Number(value)) <= 180))
    return null;
  if (!values.some((value) => /\.\d{3}/.test(value))) return null;
  return {
    kind: 'cell',
    levels: cellWidths.map((width) => ({ kind: 'cell', width })),
    label: (level, value) => {
      if (level.kind !== 'cell') return value;
      const decimals = decimalsOfCell[level.width] ?? 0;
      // By the finest cell, whole, so that a cell lies in one of the next; the small addend undoes binary rounding.
      const finest = Math.floor(Number(value) / cellWidths[0]! + 1e-9);
      const at = Math.floor(finest / Math.round(level.width / cellWidths[0]!));
      return text.cell((at * level.width).toFixed(decimals), ((at + 1) * level.width).toFixed(decimals));
    },
  };
}

function numbers({ name, values: all }: ColumnValues, counts: Uint32Array, values: readonly string[]): Shape | null {
  if (values.length < 2 || !values.every((value) => /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(value))) return null;
  const known = all.flatMap((value, code) =>
    value === null || value === '' ? [] : [{ at: Number(value), rows: counts[code]! }],
  );
  known.sort((a, b) => a.at - b.at);
  const total = known.reduce((sum, { rows }) => sum + rows, 0);
  const octiles: number[] = [];
  let seen = 0;
  for (const { at, rows } of known) {
    seen += rows;
    while (octiles.length < 7 && seen >= ((octiles.length + 1) * total) / 8) octiles.push(at);
  }
  const whole = known.every(({ at }) => Number.isInteger(at));
  const isAge = /(^|[^a-z])age$/i.test(name) && whole && known[0]!.at >= 0 && known.at(-1)!.at <= 130;
  const { levels } = hierarchyBuilders.interval.build(isAge ? { of: 'age' } : { of: 'number', octiles, whole });
  return {
    kind: 'interval',
    levels,
    label: (level, value) => {
      if (level.kind !== 'interval') return value;
      const unit = isAge || inWholeNumbers(level.edges, whole) ? 1 : 0;
      const at = Number(value);
      return bandLabels(level.edges, unit)[level.edges.filter((edge) => edge <= at).length]!;
    },
  };
}

function frequent({ values }: ColumnValues, counts: Uint32Array): Shape {
  const total = counts.reduce((sum, rows) => sum + rows, 0);
  const there = values.flatMap((value, code) =>
    value === null || value === '' || counts[code]! < usualK ? [] : [{ value, share: counts[code]! / total }],
  );
  there.sort((a, b) => b.share - a.share || (a.value < b.value ? -1 : 1));
  const distinct = values.filter((value) => value !== null && value !== '').length;
  const { levels } = hierarchyBuilders.tree.build({ frequent: there, few: distinct <= few, distinct });
  return {
    kind: 'tree',
    levels,
    label: (level, value) => (level.kind !== 'tree' || level.shown.includes(value) ? value : rest),
  };
}
