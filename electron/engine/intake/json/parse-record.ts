import { areOfPeople } from './people-keys.ts';

// Raw numbers (the JSON.parse source text proposal) are in V8 but not yet in the language's type library.
interface RawJson {
  rawJSON: string;
}
const json = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): RawJson;
  isRawJSON(value: unknown): value is RawJson;
};

/**
 * Numbers that a double may not give back as they stand: many digits, exponents, trailing zeros, minus zero. Also
 * matches inside strings, which does no harm.
 */
const doubtful = /-?(?:\d{16,}|\d+(?:\.\d+)?[eE][+-]?\d+|\d+\.\d*0(?!\d)|\d+\.\d{6,}|\d{10,}\.\d+)|-0(?![\d.])/g;

const keepsNumbers = (text: string): boolean =>
  (text.match(doubtful) ?? []).every((number) => String(Number(number)) === number);

/**
 * More brackets inside brackets than any export has: whatever walks such a value, JSON.stringify too, runs out of
 * stack.
 */
export const deepestNesting = 1000;

function nestsTooDeep(text: string): boolean {
  if (text.length <= 2 * deepestNesting) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '[' || sign === '{') {
      if (++depth > deepestNesting) return true;
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return false;
}

/**
 * Parses one record so that every number keeps the text that the file has.
 * @throws SyntaxError where it is not JSON, RangeError where it nests deeper than `deepestNesting`
 */
export function parseRecord(text: string): unknown {
  if (nestsTooDeep(text)) throw new RangeError();
  if (keepsNumbers(text)) return JSON.parse(text);
  return json.parse(text, (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined ? json.rawJSON(context.source) : value,
  );
}

/** Whether it is an object with members: no array, no number kept as text. */
export const isPlain = (value: object): value is Record<string, unknown> =>
  !Array.isArray(value) && !json.isRawJSON(value);
const deepest = 32;

/**
 * Cells of a record: nested objects become columns named by their path joined with `.`, arrays stay JSON text, numbers
 * keep their text, null is null; an object whose keys are people stays JSON text, too. A record that is an array has
 * columns `1`, `2`, …; one that is a single value has the column `value`.
 * @param cell receives each path (its parts joined by U+0000, so that a dot in a key is no path) and its text
 */
export function flattenRecord(record: unknown, cell: (path: string, text: string | null) => void): void {
  const walk = (value: unknown, path: string, depth: number): void => {
    if (value === null) cell(path, null);
    else if (typeof value === 'string') cell(path, value);
    else if (typeof value !== 'object') cell(path, String(value));
    else if (json.isRawJSON(value)) cell(path, value.rawJSON);
    else if (isPlain(value) && depth < deepest) {
      const entries = Object.entries(value);
      // Keys that are people are values: the whole stays one cell.
      if (path !== '' && areOfPeople(Object.keys(value))) return cell(path, JSON.stringify(value));
      if (entries.length === 0) cell(path, '{}');
      for (const [key, inner] of entries) walk(inner, path === '' ? key : `${path}\0${key}`, depth + 1);
    } else cell(path, JSON.stringify(value));
  };
  if (typeof record !== 'object' || record === null || json.isRawJSON(record)) walk(record, 'value', 0);
  else if (Array.isArray(record)) for (const [index, inner] of record.entries()) walk(inner, String(index + 1), 1);
  else if (Object.keys(record).length > 0) walk(record, '', 0);
}

/** Display name of a path. */
export const pathName = (path: string): string => path.replaceAll('\0', '.');
