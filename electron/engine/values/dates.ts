import { monthNames } from '#shared/domain/month-names.ts';

/** A moment as written: its year, month and day where they can be told, and whether a time of day comes with it. */
export interface WrittenDate {
  format: 'iso' | 'numeric' | 'named' | 'compact';
  year: number | null;
  month: number | null;
  day: number | null;
  hasTime: boolean;
}

const months = new Map<string, number>(monthNames.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?|\d{1,2}[.h]\d{2}(?:[.m]\d{2})?`;
/** `Z`, `+02:00`, `AST`, `GMT-3`: as forms and systems write it. */
const zone = String.raw`(?:[a-z]{1,5})?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?`;
const time = String.raw`(?:[ T,:]+(?:${clock})\s?(?:[ap]\.?m\.?)?\s?${zone})`;
const iso = new RegExp(String.raw`^(\d{4})(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})\.?(${time})?$`, 'i');
/** Midnight is how many exports write a date without a time. */
const timed = (text: string | undefined): boolean =>
  text !== undefined && !/^[ T,:]+0?0:00(?::00(?:[.,]0+)?)?\s?(?:z|utc|gmt|[+-]00:?00)?$/i.test(text);
const numeric = new RegExp(String.raw`^(\d{1,2})(?:[./-]|\. )(\d{1,2})(?:[./-]|\. )(\d{4}|\d{2})\.?(${time})?$`, 'i');
const dayFirst = new RegExp(
  String.raw`^\[?(\d{1,2})(?:st|nd|rd|th|\.)?[ /-](?:de )?([a-z]{3,11})\.?,?[ /-](?:de )?(\d{4}|\d{2})(${time})?\]?$`,
  'i',
);
const monthFirst = new RegExp(
  String.raw`^(?:[a-z]{3,9},? )?([a-z]{3,11})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(${time})?$`,
  'i',
);
/** `1958年8月14日`, `1958년 8월 14일`. */
const eastAsian = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;
const compact = /^(1[89]|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 40 ? 1900 : 2000);
const plausible = (year: number, month: number, day: number) =>
  year >= 1000 && year < 2300 && month >= 1 && month <= 12 && day >= 1 && day <= 31;

/**
 * Reads one of the fixed formats people export; day and month of `numeric` may be either way round. Never throws; null
 * for anything else.
 */
export function readDate(text: string): WrittenDate | null {
  if (text.length < 6 || text.length > 45) return null;
  const bare = fold(text.replace(eastAsian, '$1-$2-$3'));
  let found = iso.exec(bare);
  if (found) {
    const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
    return plausible(year, month, day) ? { format: 'iso', year, month, day, hasTime: timed(found[4]) } : null;
  }
  found = numeric.exec(bare);
  if (found) {
    const [one, two] = [Number(found[1]), Number(found[2])];
    const year = fullYear(found[3] ?? '');
    if (one < 1 || two < 1 || Math.max(one, two) > 31 || Math.min(one, two) > 12) return null;
    return {
      format: 'numeric',
      year,
      month: two > 12 ? one : two,
      day: two > 12 ? two : one,
      hasTime: timed(found[4]),
    };
  }
  found = dayFirst.exec(bare);
  if (found) {
    const month = months.get(found[2] ?? '');
    return month
      ? { format: 'named', year: fullYear(found[3] ?? ''), month, day: Number(found[1]), hasTime: timed(found[4]) }
      : null;
  }
  found = monthFirst.exec(bare);
  if (found) {
    const month = months.get(found[1] ?? '');
    return month && Number(found[2]) <= 31
      ? {
          format: 'named',
          year: found[3] ? Number(found[3]) : null,
          month,
          day: Number(found[2]),
          hasTime: timed(found[4]),
        }
      : null;
  }
  found = compact.exec(bare);
  return found
    ? {
        format: 'compact',
        year: Number(`${found[1]}${found[2]}`),
        month: Number(found[3]),
        day: Number(found[4]),
        hasTime: false,
      }
    : null;
}
