import { longPattern } from '#shared/domain/long-pattern.ts';

const years =
  '(?:a|y|j|yo|ans?|años?|anos?|anni|anno|jahre?|jaar|years?|yrs?|' + 'let|lat|rok[uy]?|år|yaş|χρονών|лет|год[а]?|歳)';
const months = '(?:m|mo|mos|mths?|months?|monate?|mois|mes|meses|mesi|maand|maanden|mån|ay|мес\\p{L}*)';

/** `14A 9M`, `14 años 9 meses`, `14 Jahre`, `9 months`, `3y`. */
const inYears = new RegExp(
  `^(\\d{1,3})\\s?${years}\\.?(?:[ ,]*(?:und |and |et |y |e |en )?\\d{1,2}\\s?${months}\\.?)?(?: old| alt)?$`,
  'iu',
);
const inMonths = new RegExp(`^\\d{1,2}\\s?${months}\\.?(?: old| alt)?$`, 'iu');
/** As ISO 8601 writes a duration: `P5Y3M`. */
const duration = longPattern('')`^P(?:(\d{1,3})Y)?(?:\d{1,2}M)?(?:\d{1,2}D)?$`;

/** Whole years of an age that is written with its unit, 0 where only months are given; null for anything else. */
export function writtenAge(text: string): number | null {
  const found = inYears.exec(text);
  if (found) return Number(found[1]);
  if (inMonths.test(text)) return 0;
  const iso = text.length > 2 ? duration.exec(text) : null;
  return iso ? Number(iso[1] ?? 0) : null;
}
