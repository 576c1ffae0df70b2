/** Characters of a cell that are looked at. */
const longest = 20_000;
const mostParts = 200;
const deepest = 50;
/** Percent signs may be written as percent signs again; nobody does it more often. */
const mostDecodings = 3;

const entities: [RegExp, string][] = [
  [/&#0*64;|&#x0*40;|&commat;/gi, '@'],
  [/&#0*43;|&#x0*2b;|&plus;/gi, '+'],
  [/&nbsp;/gi, ' '],
];
const spelled = /\s*[[({<]\s*(?:at|ät)\s*[\])}>]\s*/gi;
const dotted = /\s*[[({<]\s*(?:dot|punkt)\s*[\])}>]\s*/gi;
/** `ada @ example.com`, where it is all that stands between separators. */
const gapped =
  /(?<=^|[;,|<>"\n])(\s*[\p{L}\p{N}_.+'-]{1,64})(?:\s{1,3}@\s{0,3}|@\s{1,3})(?=[\p{L}\p{N}.-]{4,253}\s*(?:$|[;,|<>"\n]))/gu;
const packed = /(?<![\w+/-])[A-Za-z0-9+/_-]{16,400}={0,2}(?![\w+/=-])/g;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

function decodePercent(text: string): string {
  let decoded = text;
  for (let round = 0; round < mostDecodings && decoded.includes('%'); round += 1) {
    const next = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** What stands in Base64 in a text, where it is plain words: trackers pack addresses so. */
function unpack(text: string): string {
  const found: string[] = [];
  for (const [token] of text.matchAll(packed)) {
    const plain = Buffer.from(token, 'base64').toString('utf8');
    if (/^[\x20-\x7e]+$/.test(plain)) found.push(plain);
    if (found.length >= 20) break;
  }
  return found.join(' ');
}

/**
 * A cell as a reader of it would have it: percent signs, entities and escapes decoded, `name (at) host` written out,
 * Base64 opened and put behind.
 */
export function decodeCell(cell: string): string {
  let text = cell.length > longest ? cell.slice(0, longest) : cell;
  if (text.includes('%')) text = decodePercent(text);
  if (text.includes('\\u'))
    text = text.replace(/\\u([0-9a-f]{4})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (text.includes('&')) for (const [written, sign] of entities) text = text.replace(written, sign);
  if (/[[({<]\s*(?:at|ät)\s*[\])}>]/i.test(text)) text = text.replace(spelled, '@').replace(dotted, '.');
  text = text.normalize('NFKC').replace(invisible, '');
  if (text.includes('@')) text = text.replace(gapped, '$1@');
  const opened = text.length >= 16 ? unpack(text) : '';
  return opened === '' ? text : `${text} ${opened}`;
}

function leavesOf(value: unknown, into: string[], depth = 0): void {
  if (into.length >= mostParts || depth > deepest) return;
  if (typeof value === 'string' || typeof value === 'number') into.push(String(value).trim());
  else if (Array.isArray(value)) for (const inner of value) leavesOf(inner, into, depth + 1);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      into.push(key.trim());
      leavesOf(inner, into, depth + 1);
    }
}

/** Names and values of a JSON text, also of one that was cut off. */
function jsonParts(text: string): string[] {
  const parts: string[] = [];
  try {
    leavesOf(JSON.parse(text), parts);
  } catch {
    for (const [whole] of text.matchAll(/"[^"\\]*"|[^\s[\]{}",:]+/g))
      if (parts.push(whole.replaceAll('"', '')) >= mostParts) break;
  }
  return parts;
}

/** Steps of the path, names and values of the query of an address; not its host, which is a machine's. */
function addressParts(text: string): string[] {
  const after = text.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?/i, '');
  return after
    .split(/[/?&#;=]/)
    .map((part) => part.replaceAll('+', ' ').trim())
    .concat(after.split(/[?&#;=]/).map((part) => part.trim()));
}

const isJson = (text: string): boolean => /^[[{]/.test(text) && /["\d\]}]/.test(text);
const isAddress = (text: string): boolean =>
  /^(?:https?|ftp|mailto|tel|sms|android-app|ios-app):|^\/[\w-]|^\?|^[\w.-]+\.[a-z]{2,}\/\S/i.test(text) ||
  (!/\s/.test(text) && /[?&][\w.-]+=/.test(text));

/**
 * The values that a cell is made of, where it holds several: members of JSON, steps of an address, items of a list.
 * Empty where it is one value.
 */
export function cellParts(decoded: string): string[] {
  const text = decoded.trim();
  const parts = isJson(text)
    ? jsonParts(text)
    : isAddress(text)
      ? addressParts(text)
      : /[|;,\n\t<>]/.test(text)
        ? text.split(/\s*[|;,\n\t<>]\s*/)
        : [];
  return parts.filter((part) => part.length >= 3 && part.length <= 200).slice(0, mostParts);
}

/**
 * Whether the parts are values of their own, of which names may be one: words of a path and of an enumeration in a
 * sentence are not.
 */
export const holdsValues = (decoded: string): boolean => isJson(decoded.trim()) || /[|;\n\t]/.test(decoded);
