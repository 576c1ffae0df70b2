import { isDateFormat } from 'hucre';

/**
 * What a number format makes of a number: a moment, a span of time, digits filled up with zeros between fixed signs, or
 * nothing special.
 */
export type CellFormat =
  | { kind: 'general' }
  | { kind: 'moment' }
  | { kind: 'duration' }
  | { kind: 'filled'; signs: readonly FilledSign[] };
/** The place of a digit, or a sign that is shown as it stands. */
type FilledSign = { digit: true } | { digit: false; sign: string };

const general: CellFormat = { kind: 'general' };
/** Signs that are shown as they stand without being quoted (ECMA-376, 18.8.31). */
const bare = "-+/(): $!^&'~{}<>=";
const elapsed = /\[(?:h+|m+|s+)\]/i;
/** `[h]:mm:ss`, which files do not spell out. */
const elapsedById = '46';

/** A format of zeros and fixed signs alone, as ZIP and customer numbers have; null for every other. */
function filledSigns(code: string): FilledSign[] | null {
  const signs: FilledSign[] = [];
  for (const [part] of code.matchAll(/"[^"]*"|\\.|[^"\\]/gsu)) {
    if (part === ';') break;
    if (part === '0') signs.push({ digit: true });
    else if (part.length > 1)
      signs.push({ digit: false, sign: part.startsWith('"') ? part.slice(1, -1) : part.slice(1) });
    else if (bare.includes(part)) signs.push({ digit: false, sign: part });
    else return null;
  }
  return signs.filter(({ digit }) => digit).length >= 2 ? signs : null;
}

/** @param code as the file spells it out, or the number of a format that every program knows */
export function cellFormat(code: string): CellFormat {
  if (code === elapsedById || elapsed.test(code.replaceAll(/"[^"]*"/g, ''))) return { kind: 'duration' };
  if (isDateFormat(code)) return { kind: 'moment' };
  if (/^\d+$/.test(code) && !/^0{2,}$/.test(code)) return general;
  const signs = filledSigns(code);
  return signs === null ? general : { kind: 'filled', signs };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Days as hours, minutes and seconds: 1.104166… is `26:30:00`. */
export function durationText(days: number): string {
  const thousandths = Math.round(Math.abs(days) * 86_400_000);
  const seconds = Math.floor(thousandths / 1000);
  const rest = thousandths % 1000;
  return (
    `${days < 0 && thousandths > 0 ? '-' : ''}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:` +
    `${two(seconds % 60)}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`
  );
}

/** The digits of a whole number in the places of a format; null where they do not fit it. */
export function filledText(digits: string, signs: readonly FilledSign[]): string | null {
  if (!/^\d+$/.test(digits)) return null;
  const places = signs.filter(({ digit }) => digit).length;
  const filled = digits.padStart(places, '0');
  let at = 0;
  return signs
    .map((sign) => {
      if (!sign.digit) return sign.sign;
      // More digits than places stand in the first.
      const from = at;
      at = at === 0 ? filled.length - places + 1 : at + 1;
      return filled.slice(from, at);
    })
    .join('');
}
