import canonicalize from 'canonicalize';
import { registerCheckText } from '#shared/text/journal.ts';

const said = registerCheckText.foreign;

/**
 * RFC 8785 (JCS) text of a JSON value: same meaning, same bytes. Texts are taken as they are (NFC and NFD differ).
 * @throws Error on a lone surrogate, NaN, an infinity or a value that JSON cannot hold
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('The value cannot be written as JSON.');
  return text;
}

/**
 * Where a value leaves the register's types (texts, whole numbers, booleans, null, lists, objects), or null when it
 * does not.
 */
export function foreignPart(value: unknown, path = 'payload'): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value) ? null : said.brokenText(path);
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : said.notWhole(path);
  if (typeof value !== 'object') return said.otherType(path, typeof value);
  if (Array.isArray(value)) return firstOf(value.map((item, index) => [`${path}[${index}]`, item]));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return said.notPlain(path);
  return firstOf(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [`${path}.${key}`, item]),
  );
}

function firstOf(parts: [string, unknown][]): string | null {
  for (const [path, item] of parts) {
    const found = foreignPart(item, path);
    if (found !== null) return found;
  }
  return null;
}
