const thin = '\u202f';
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** 1234567 → "1,234,567". */
export const count = (value: number): string => whole.format(value);
/** "1 row", "2 rows". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;
/** "1 row", "10000 rows": digits without separators, as scripts read them. */
export const numbered = (value: number, one: string, many = `${one}s`): string =>
  `${value} ${value === 1 ? one : many}`;
/** 0.714 → "71 %"; shares that are not whole are never shown as 0 % or 100 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return `<1${thin}%`;
  if (share < 1 && share > 0.995) return `>99${thin}%`;
  return `${Math.round(share * 100)}${thin}%`;
}
/** A measure with at most four significant digits. */
export const measure = (value: number): string => short.format(value);
/** 1536 → "1.5 kB"; decimal units. */
export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let at = 0;
  let rest = value;
  while (rest >= 1000 && at < units.length - 1) {
    rest /= 1000;
    at += 1;
  }
  return at === 0 ? counted(value, 'byte') : `${rest < 10 ? rest.toFixed(1) : Math.round(rest)} ${units[at]}`;
}
/** An instant in the reader's zone, in prose: "23 Nov 2026, 14:05". */
export const moment = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
/** Time of day, "14:05". */
export const clock = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
/** "a", "a and b", "a, b and c". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
/** "1 person", "3 people", "1 row", "3 rows": classes are counted in people where a person has several rows. */
export const rowsOrPeople = (value: number, people: boolean): string =>
  `${value} ${people ? (value === 1 ? 'person' : 'people') : value === 1 ? 'row' : 'rows'}`;
