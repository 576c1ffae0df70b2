import { detectHeader } from '../csv/detect-header.ts';
import { isPlain } from './parse-record.ts';

/** How a value that is no list of objects holds a table all the same. */
export type FrameKind = 'by-key' | 'by-column' | 'split' | 'rows';

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && isPlain(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

/** Fewer members than these that look alike are a record's own parts. */
const fewest = 3;

/** Whether most of the objects have most of their keys in common. */
function alike(objects: readonly Members[]): boolean {
  const counts = new Map<string, number>();
  for (const one of objects) for (const key of Object.keys(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const members = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return counts.size > 0 && members >= 0.8 * counts.size * objects.length;
}

const zip = (names: readonly string[], cells: readonly unknown[]): Members =>
  Object.fromEntries(
    Array.from({ length: Math.max(names.length, cells.length) }, (_, at) => [
      names[at] ?? String(at + 1),
      cells[at] ?? null,
    ]),
  );

const free = (wanted: string, taken: ReadonlySet<string>): string =>
  taken.has(wanted) ? free(`${wanted}_`, taken) : wanted;

/** `{"email": {"0": …, "1": …}, "age": {"0": …}}`: a column per member, rows by the keys within. */
function byColumn(columns: readonly [string, Members][]): Members[] {
  const rows = new Map<string, Members>();
  for (const [name, cells] of columns)
    for (const [key, cell] of Object.entries(cells)) {
      const row = rows.get(key) ?? {};
      row[name] = cell;
      rows.set(key, row);
    }
  return [...rows.values()];
}

/** `{"columns": […], "data": [[…], …]}`, with an `index` where the rows have names of their own. */
function split(value: Members): Members[] | null {
  const { columns, data, index } = value;
  if (!isTexts(columns) || !Array.isArray(data) || !data.every((row) => Array.isArray(row))) return null;
  const rows = data as unknown[][];
  const named = Array.isArray(index) && index.length === rows.length && index.some((one, at) => Number(one) !== at);
  const key = free('index', new Set(columns));
  return rows.map((row, at) => ({ ...(named ? { [key]: (index as unknown[])[at] } : {}), ...zip(columns, row) }));
}

/**
 * The rows of the one object that a text is, where it holds a table in another shape than a list of objects: a row per
 * key (the key stands in the column `key`), a column per member, or names and rows apart. Null where it is one record.
 */
export function rowsOfObject(value: unknown): { kind: FrameKind; rows: Members[] } | null {
  if (!isObject(value)) return null;
  const apart = split(value);
  if (apart !== null) return { kind: 'split', rows: apart };
  const entries = Object.entries(value);
  const objects = entries.filter((entry): entry is [string, Members] => isObject(entry[1]));
  if (entries.length < 2 || objects.length < entries.length) return null;
  const inner = objects.map(([, one]) => one);
  if (!alike(inner)) return null;
  if (inner.every((one) => Object.keys(one).every((key) => /^\d+$/.test(key))))
    return { kind: 'by-column', rows: byColumn(objects) };
  if (entries.length < fewest) return null;
  const key = free('key', new Set(inner.flatMap((one) => Object.keys(one))));
  return { kind: 'by-key', rows: objects.map(([name, one]) => ({ [key]: name, ...one })) };
}

/** The list of objects that every one of several values has, as the pages of an interface have; null where none is. */
export function listInPages(head: readonly unknown[]): string | null {
  const [first] = head;
  if (head.length < 2 || !isObject(first)) return null;
  const lists = Object.keys(first).filter((key) =>
    head.every((page) => isObject(page) && Array.isArray(page[key]) && page[key].every((one) => isObject(one))),
  );
  const filled = lists.filter((key) => head.some((page) => ((page as Members)[key] as unknown[]).length > 0));
  const rows = filled.length === 1 ? head.flatMap((page) => (page as Members)[filled[0]!]) : [];
  // A record may have a list in it: a page has nothing else, or says which page it is.
  const paging = Object.keys(first).some((key) =>
    /^(page|cursor|next|offset|has_?more|per_?page)|page$|cursor$/i.test(key),
  );
  return rows.length > 0 && (paging || Object.keys(first).length === 1) ? filled[0]! : null;
}

/** The rows of one page. */
export const rowsOfPage = (page: unknown, list: string): unknown[] => {
  const rows = isObject(page) ? page[list] : undefined;
  return Array.isArray(rows) ? rows : [page];
};

/** The names of the columns where records are lists and the first of them names the values of the others; else null. */
export function namesInFirst(head: readonly unknown[]): string[] | null {
  const [first] = head;
  if (!isTexts(first) || head.length < 2 || new Set(first).size < first.length) return null;
  if (!head.every((row) => Array.isArray(row) && row.length <= first.length)) return null;
  const records = (head as unknown[][]).map((row, at) => ({
    fields: first.map((_, place) => cellText(row[place])),
    quoted: [],
    sound: true,
    line: at + 1,
    from: 0,
    to: 0,
  }));
  return detectHeader(records).header ? first : null;
}

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell);

/** A list as an object of these names. */
export const named = (names: readonly string[], record: unknown): unknown =>
  Array.isArray(record) ? zip(names, record) : record;
