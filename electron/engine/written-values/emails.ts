import { sure, type Mention } from './mention.ts';

/** Endings of files that look like a domain: `icon@2x.png`. */
const fileEndings = new Set(
  'png jpg jpeg gif svg webp bmp ico css js json html htm pdf xml txt csv map ts scss'.split(' '),
);
const masked = /[*•#…]$/;
/** From where a word begins, for a long one is read once then and not from each of its letters. */
const spelt = /(?<![\w.+-])[\w.+-]+ ?(?:\[at\]|\(at\)|\{at\}) ?[\w-]+(?:\.| ?(?:\[dot\]|\(dot\)|\{dot\}) ?)[a-z]{2,}/i;

/** `ada @ example.com`, where it is all that stands between separators: typed so, or to get past a search. */
const gapped =
  /(?<=^|[;,|<>"\n])(\s*[\p{L}\p{N}_.+'-]{1,64})(?:\s{1,3}@\s{0,3}|@\s{1,3})(?=[\p{L}\p{N}.-]{4,253}\s*(?:$|[;,|<>"\n]))/gu;

function isAddress(text: string, at: number): boolean {
  const local = /[\p{L}\p{N}_.+'=-]+$/u.exec(text.slice(Math.max(0, at - 64), at))?.[0];
  if (local === undefined || masked.test(text.slice(0, at - local.length))) return false;
  const domain =
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(\p{L}{2,24}|xn--[a-z0-9-]{2,50})(?![\p{L}\p{N}])/u.exec(
      text.slice(at + 1, at + 256),
    );
  return domain !== null && !fileEndings.has(domain[1]!.toLowerCase());
}

/** E-mail addresses, also spelt out with [at]; one is enough. What is left of a masked one is none. */
export function emails(cell: string): Mention[] {
  const text = cell.includes('@') ? cell.replace(gapped, '$1@') : cell;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
    if (at > 0 && isAddress(text, at)) return [sure('email', 'email')];
  return spelt.test(text) ? [sure('email', 'email')] : [];
}
