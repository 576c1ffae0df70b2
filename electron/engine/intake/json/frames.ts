import { detectHeader } from '../csv/detect-header.ts';
import { isPlain } from './parse-record.ts';
import { areOfPeople } from './people-keys.ts';
import { zip } from './tables-inside.ts';

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && isPlain(value);
/** Names of columns: texts, and whole numbers beside them, such as years. */
const namesIn = (value: unknown): string[] | null =>
  Array.isArray(value) &&
  value.some((one) => typeof one === 'string') &&
  value.every((one) => typeof one === 'string' || Number.isInteger(one))
    ? value.map(String)
    : null;

/** Members that say which page it is, and those that a page has beside its list but a record may have, too. */
const pageMembers = /^(?:page|cursor|next|prev|offset|has_?more|per_?page|paging|pagination|.*page|.*cursor)/i;
const besideList = /^(?:total|count|limit|links?|meta|status|success|ok|took|version)/i;

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
  const others = Object.keys(first).filter((key) => key !== filled[0]);
  const paging =
    others.some((key) => pageMembers.test(key)) || others.every((key) => besideList.test(key) || lists.includes(key));
  return rows.length > 0 && paging ? filled[0]! : null;
}

/** The rows of one page. */
export const rowsOfPage = (page: unknown, list: string): unknown[] => {
  const rows = isObject(page) ? page[list] : undefined;
  return Array.isArray(rows) ? rows : [page];
};

/** The names of the columns where records are lists and the first of them names the values of the others; else null. */
export function namesInFirst(head: readonly unknown[]): string[] | null {
  const first = namesIn(head[0]);
  if (first === null || head.length < 2 || new Set(first).size < first.length) return null;
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

/** Whether each of several records has people for its keys: `{"ada@…": 3}`. */
export const keyedByPeople = (head: readonly unknown[]): boolean =>
  head.length > 0 &&
  head.every((record) => isObject(record) && Object.keys(record).length > 0) &&
  areOfPeople([...new Set(head.flatMap((record) => Object.keys(record as Members)))]);
