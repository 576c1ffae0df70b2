import { addDays } from './days.ts';

const pad = (number: number): string => String(number).padStart(2, '0');

/**
 * Easter Sunday of the Western churches (Gregorian calendar).
 *
 * @see J. Meeus, Astronomical Algorithms (1991), ch. 8, after an anonymous correspondent of Nature (1876).
 */
export function westernEaster(year: number): string {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return `${year}-${pad(Math.floor(sum / 31))}-${pad((sum % 31) + 1)}`;
}

/** Days by which the Julian calendar is behind from 1900 to 2099. */
const julianGap = 13;

/**
 * Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar; right from 1900 to 2099.
 *
 * @see J. Meeus, Astronomical Algorithms (1991), ch. 8.
 */
export function orthodoxEaster(year: number): string {
  const moon = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + toSunday + 114;
  return addDays(`${year}-${pad(Math.floor(sum / 31))}-${pad((sum % 31) + 1)}`, julianGap);
}
