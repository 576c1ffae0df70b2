import { isPlain } from './parse-record.ts';

/** Members of all objects within a value. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, inner) => sum + countMembers(inner), 0);
  if (!isPlain(value)) return 0;
  const inner = Object.values(value);
  return inner.reduce((sum: number, one) => sum + countMembers(one), inner.length);
}

/** Signs outside strings, each with its place. */
function* bareSigns(text: string): Generator<[sign: string, at: number]> {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted) yield [sign, at];
  }
}

/** Whether an object of the text has a key twice: JSON lets the last one win, and the others are lost. */
export function repeatsKey(text: string, value: unknown): boolean {
  const members = countMembers(value);
  // Inside strings a colon may follow a quote, too: only more than there are members is looked at sign by sign.
  if ((text.match(/"\s*:/g)?.length ?? 0) <= members) return false;
  let colons = 0;
  for (const [sign] of bareSigns(text)) if (sign === ':') colons += 1;
  return colons > members;
}

const noNumber = /-?(?:NaN|Infinity)\b/y;

/** The text with `null` for the numbers JSON does not know (NaN, Infinity, -Infinity); null where it has none. */
export function withoutNoNumbers(text: string): string | null {
  if (!/NaN|Infinity/.test(text)) return null;
  const parts: string[] = [];
  let from = 0;
  for (const [sign, at] of bareSigns(text)) {
    if (at < from || (sign !== '-' && sign !== 'N' && sign !== 'I')) continue;
    noNumber.lastIndex = at;
    const found = noNumber.exec(text)?.[0];
    if (found === undefined) continue;
    parts.push(text.slice(from, at), 'null');
    from = at + found.length;
  }
  return parts.length === 0 ? null : [...parts, text.slice(from)].join('');
}
