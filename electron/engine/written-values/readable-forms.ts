/** Rounds of decoding: a link inside a link inside a link. */
const mostRounds = 5;
/** Characters of a cell that are looked at. */
const longest = 20_000;

const entities: Record<string, string> = {
  commat: '@',
  period: '.',
  plus: '+',
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

function percent(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

const unicode = (code: number, written: string): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;

const decodeOnce = (text: string): string =>
  text
    .replace(/(?:%[0-9a-f]{2})+/gi, percent)
    .replace(/\\u([0-9a-f]{4})/gi, (all, hex: string) => unicode(Number.parseInt(hex, 16), all))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (all, hex: string | undefined, digits: string | undefined) =>
      unicode(hex === undefined ? Number(digits) : Number.parseInt(hex, 16), all),
    )
    .replace(/&([a-z]{2,6});/gi, (all, name: string) => entities[name.toLowerCase()] ?? all);

const beyondAscii = /[\u0080-\uffff]/;
/** First digit of each of Unicode's decimal scripts that people type numbers in. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xe50];
const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? letter : String(code - zero);
};

/** Wide letters and digits of other scripts as ASCII, what is invisible taken out. */
const plain = (text: string): string =>
  beyondAscii.test(text)
    ? text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/\p{Nd}/gu, digit)
        .replace(/[\u2010-\u2015\u2212]/g, '-')
    : text;

const base64 = /[\w+/-]{12,}={0,2}/g;

/** Readable addresses that lie in a text as base64: campaign tools put them into their links. */
function unwrapped(text: string): string[] {
  const found: string[] = [];
  // The slash is a letter of base64 and the end of a step of a path.
  for (const token of (text.match(base64) ?? []).flatMap((match) =>
    match.includes('/') ? [match, ...match.split('/')] : [match],
  )) {
    if (token.length < 12 || !/[a-z]/.test(token) || !/[A-Z]/.test(token)) continue;
    const bytes = Buffer.from(token, 'base64').toString('latin1');
    if (/^[\x20-\x7e]+@[\x20-\x7e]+$/.test(bytes)) found.push(bytes);
  }
  return found;
}

/**
 * A cell as written and, where it is encoded, as whoever decodes it reads it: percent signs, HTML entities, JSON
 * escapes, base64, wide and invisible letters. The first is the text itself.
 */
export function readableForms(cell: string): string[] {
  const text = plain(cell.length > longest ? cell.slice(0, longest) : cell);
  const forms = [text];
  let decoded = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = /[%&\\]/.test(decoded) ? decodeOnce(decoded) : decoded;
    if (next === decoded) break;
    decoded = plain(next);
  }
  if (decoded !== text) forms.push(decoded);
  return [...forms, ...unwrapped(decoded)];
}
