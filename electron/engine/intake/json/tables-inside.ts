import { isKnownHeader } from '../csv/one-value.ts';
import { isPlain } from './parse-record.ts';
import { areOfPeople } from './people-keys.ts';

/** How a value that is no list of objects holds a table all the same. */
export type FrameKind = 'by-key' | 'by-column' | 'columns' | 'split' | 'list';
type Members = Record<string, unknown>;

/** A table inside a value: where (its keys joined with `.`; empty for the value itself), in which shape, its rows. */
export interface TableInside {
  path: string;
  kind: FrameKind;
  rows: Members[];
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && isPlain(value);
const isScalar = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || !(isObject(value) || Array.isArray(value));
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

/** Fewer members than these that look alike are a record's own parts. */
const fewest = 3;
const deepest = 6;

/** Whether most of the objects have most of their keys in common. */
function alike(objects: readonly Members[]): boolean {
  const counts = new Map<string, number>();
  for (const one of objects) for (const key of Object.keys(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const members = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return counts.size > 0 && members >= 0.8 * counts.size * objects.length;
}

/** Cells under names; those beyond the names by their place. */
export const zip = (names: readonly string[], cells: readonly unknown[]): Members =>
  Object.fromEntries(
    Array.from({ length: Math.max(names.length, cells.length) }, (_, at) => [
      names[at] ?? String(at + 1),
      cells[at] ?? null,
    ]),
  );

const free = (wanted: string, taken: ReadonlySet<string>): string =>
  taken.has(wanted) ? free(`${wanted}_`, taken) : wanted;

/** `{"email": {"0": …, "1": …}, "age": {"0": …}}`: a column per member, rows by the keys within. */
function byColumn(columns: readonly [string, Members][], numbered: boolean): Members[] {
  const key = free('key', new Set(columns.map(([name]) => name)));
  const rows = new Map<string, Members>();
  for (const [name, cells] of columns)
    for (const [of, cell] of Object.entries(cells)) {
      const row = rows.get(of) ?? (numbered ? {} : { [key]: of });
      row[name] = cell;
      rows.set(of, row);
    }
  return [...rows.values()];
}

/** `{"ada@…": {…}, "bo@…": {…}}`: a row per key, which stands in the column `key`; of a plain value in `value`. */
export function byKey(entries: readonly [string, unknown][]): Members[] {
  const inner = entries.flatMap(([, one]) => (isObject(one) ? Object.keys(one) : []));
  const key = free('key', new Set(inner));
  return entries.map(([name, one]) => ({ [key]: name, ...(isObject(one) ? one : { value: one }) }));
}

/** Names of columns as they stand, or as the objects of a schema give them. */
function namesIn(value: unknown): string[] | null {
  if (isTexts(value)) return value;
  if (isObject(value)) return namesIn(value.fields) ?? namesIn(value.columns) ?? null;
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return null;
  const names = value.map(({ name, field, column_name: column, label, id }) => name ?? field ?? column ?? label ?? id);
  return isTexts(names) ? names : null;
}

const nameMembers = ['columns', 'fields', 'header', 'headers', 'names', 'schema', 'meta', 'metadata', 'cols'];
const rowMembers = ['data', 'rows', 'values', 'records', 'results'];

/** The cells of a row: a list, BigQuery's `{"f": [{"v": …}]}`, or a chart's `{"c": [{"v": …}]}`. */
function cellsOf(row: unknown): unknown[] | null {
  if (Array.isArray(row)) return row;
  const cells = isObject(row) ? (row.f ?? row.c) : null;
  if (!Array.isArray(cells)) return null;
  return cells.map((cell) => (isObject(cell) && 'v' in cell ? cell.v : cell));
}

/** `{"columns": […], "data": [[…], …]}`, with an `index` where the rows have names of their own. */
function split(value: Members): Members[] | null {
  const columns = nameMembers.reduce<string[] | null>((found, name) => found ?? namesIn(value[name]), null);
  const list = rowMembers.map((name) => value[name]).find((one) => Array.isArray(one) && one.length > 0);
  const rows = (list as unknown[] | undefined)?.map(cellsOf);
  if (columns === null || rows === undefined || rows.some((row) => row === null || row.length > columns.length))
    return null;
  const { index } = value;
  const named =
    Array.isArray(index) && index.length === rows.length && index.some((one, at) => one !== at && one !== String(at));
  const key = free('index', new Set(columns));
  return rows.map((row, at) => ({ ...(named ? { [key]: (index as unknown[])[at] } : {}), ...zip(columns, row!) }));
}

/** `{"id": [1, 2], "email": ["…", "…"]}`: a list for each column, as long as the others. */
function inColumns(value: Members): Members[] | null {
  const columns = Object.entries(value);
  const length = Array.isArray(columns[0]?.[1]) ? columns[0][1].length : 0;
  if (columns.length < 2 || length < 2) return null;
  if (!columns.every(([, list]) => Array.isArray(list) && list.length === length && list.every(isScalar))) return null;
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(columns.map(([name, list]) => [name, (list as unknown[])[at]])),
  );
}

/** The table that an object is, its members taken together; null where it is none. */
function frameOf(value: Members): { kind: FrameKind; rows: Members[] } | null {
  const apart = split(value);
  if (apart !== null) return { kind: 'split', rows: apart };
  const lists = inColumns(value);
  if (lists !== null) return { kind: 'columns', rows: lists };
  const entries = Object.entries(value);
  if (areOfPeople(Object.keys(value))) return { kind: 'by-key', rows: byKey(entries) };
  const objects = entries.filter((entry): entry is [string, Members] => isObject(entry[1]));
  if (entries.length < 2 || objects.length < entries.length) return null;
  const inner = objects.map(([, one]) => one);
  if (!alike(inner)) return null;
  const keys = [...new Set(inner.flatMap((one) => Object.keys(one)))];
  if (keys.every((key) => /^\d+$/.test(key))) return { kind: 'by-column', rows: byColumn(objects, true) };
  const known = (names: readonly string[]): number => names.filter(isKnownHeader).length / names.length;
  const flat = inner.every((one) => Object.values(one).every(isScalar));
  if (flat && (areOfPeople(keys) || (keys.length >= fewest && known(Object.keys(value)) > known(keys))))
    return { kind: 'by-column', rows: byColumn(objects, false) };
  return entries.length < fewest ? null : { kind: 'by-key', rows: byKey(objects) };
}

/**
 * The tables in a value, wherever they stand in it: lists of objects, and objects that are tables in another shape. What
 * is inside a table belongs to its rows.
 */
export function tablesInside(value: unknown, path = '', depth = 0): TableInside[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) {
    const rows = value.length > 0 && value.every(isObject) ? value : null;
    return rows === null ? [] : [{ path, kind: 'list', rows }];
  }
  if (!isObject(value)) return [];
  const frame = frameOf(value);
  if (frame !== null) return [{ path, ...frame }];
  // What describes the rows of a list of objects is no table beside it.
  const described = rowMembers.some((name) => Array.isArray(value[name]) && value[name].some(isObject));
  const members = Object.entries(value).filter(([key]) => !(described && nameMembers.includes(key)));
  return members.flatMap(([key, inner]) => tablesInside(inner, path === '' ? key : `${path}.${key}`, depth + 1));
}

/** How many members of an object stand beside its tables. @param paths of the tables */
export const besides = (value: unknown, paths: readonly string[]): number =>
  isObject(value)
    ? Object.keys(value).filter((key) => !paths.some((path) => path === key || path.startsWith(`${key}.`))).length
    : 0;
