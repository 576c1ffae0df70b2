import { createHash } from 'node:crypto';

/* Values that nobody has: made from the number of the row and a salt, the same in every run. */

export type Cell = (row: number) => string;

/** A scrambled whole number of a row: neighbouring rows, and two salts, have nothing in common. */
export function mixed(row: number, salt: number): number {
  let value = Math.imul(row + 1, 0x9e_37_79_b1) ^ Math.imul(salt + 17, 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 16), 0x7f_eb_35_2d);
  value = Math.imul(value ^ (value >>> 15), 0x84_6c_a6_8b);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Salts of words: columns of different words are independent of each other. */
const saltOf = (words: readonly string[]): number =>
  [...words.join('|')].reduce((sum, sign) => Math.imul(sum, 31) + sign.codePointAt(0)!, 7);

/** One of these words, listed with a bar between them. */
export function oneOf(list: string): Cell {
  const words = list.split('|');
  const salt = saltOf(words);
  return (row) => words[mixed(row, salt) % words.length]!;
}

export const whole =
  (least: number, most: number, salt = 3): Cell =>
  (row) =>
    String(least + (mixed(row, salt) % (most - least + 1)));

export const decimal =
  (least: number, most: number, digits: number, salt = 4): Cell =>
  (row) =>
    (least + ((most - least) * mixed(row, salt)) / 0xff_ff_ff_ff).toFixed(digits);

/** Milliseconds of a moment between two days. */
const momentOf = (row: number, from: string, to: string, salt: number): number => {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return start + Math.floor(((end - start) * mixed(row, salt)) / 0xff_ff_ff_ff);
};

/** A day in a format made of `yyyy yy mm m dd d Mon hh mi ss`. */
export const day =
  (from: string, to: string, format = 'yyyy-mm-dd', salt = 5): Cell =>
  (row) => {
    const date = new Date(momentOf(row, from, to, salt));
    const two = (value: number): string => String(value).padStart(2, '0');
    const parts: Record<string, string> = {
      yyyy: String(date.getUTCFullYear()),
      yy: two(date.getUTCFullYear() % 100),
      mm: two(date.getUTCMonth() + 1),
      Mon: date.toLocaleString('en', { month: 'short', timeZone: 'UTC' }),
      m: String(date.getUTCMonth() + 1),
      dd: two(date.getUTCDate()),
      d: String(date.getUTCDate()),
      hh: two(date.getUTCHours()),
      mi: two(date.getUTCMinutes()),
      ss: two(date.getUTCSeconds()),
    };
    return format.replaceAll(/yyyy|yy|mm|Mon|mi|m|dd|d|hh|ss/g, (part) => parts[part]!);
  };

export const epoch =
  (from: string, to: string, unit = 1000): Cell =>
  (row) =>
    String(Math.floor(momentOf(row, from, to, 6) / unit));

const first = 'Alma Bruno Carla Dario Edda Falk Greta Henrik Ines Jonas Karla Lasse Marta Niklas'.split(' ');
const last = 'Acker Brandt Cordes Drews Ebner Falke Gross Hauser Imhof Jansen Keller Lorenz Meurer'.split(' ');
export const firstName: Cell = (row) => first[mixed(row, 21) % first.length]!;
export const lastName: Cell = (row) => last[mixed(row, 22) % last.length]!;
export const fullName: Cell = (row) => `${firstName(row)} ${lastName(row)}`;
export const email: Cell = (row) => `${firstName(row)}.${lastName(row)}${row}@example.org`.toLowerCase();
export const phone: Cell = (row) => `+4930${20_000_000 + (mixed(row, 23) % 9_999_999)}`;
export const ip: Cell = (row) => `203.0.${row % 200}.${mixed(row, 24) % 250}`;
export const ip6: Cell = (row) => `2001:db8:${(mixed(row, 25) % 65_000).toString(16)}::${(row + 1).toString(16)}`;

/** The digest of a cell without any key: whoever guesses the value finds it again. */
export const digest =
  (algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512', of: Cell): Cell =>
  (row) =>
    createHash(algorithm).update(of(row)).digest('hex');

const hex = (row: number, digits: number): string =>
  createHash('sha256').update(`row ${row}`).digest('hex').slice(0, digits);
export const uuid: Cell = (row) => hex(row, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
export const cookie: Cell = (row) => `GA1.2.${mixed(row, 26)}.${1_700_000_000 + row * 911}`;
/** An IBAN of a bank that does not exist, with its check digits. */
export const iban: Cell = (row) => {
  const account = `99999999${String(mixed(row, 27)).padStart(10, '0').slice(-10)}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
};

/** A cell of several, set into a text: `{0}` is the first. */
export const text =
  (pattern: string, ...of: Cell[]): Cell =>
  (row) =>
    pattern.replaceAll(/\{(\d)\}/g, (_, at: string) => of[Number(at)]!(row));

/** Half of the rows, and which half is by chance: what proxies are drawn towards. */
export const trait: Cell = (row) => (mixed(row, 31) % 2 === 0 ? 'a' : 'b');
/** By the trait one of the first words, else one of the others. */
export const byTrait = (ofA: string, ofB: string, share = 92): Cell => {
  const [a, b] = [oneOf(ofA), oneOf(ofB)];
  const salt = saltOf([ofA, ofB]);
  return (row) => ((trait(row) === 'a') === mixed(row, salt) % 100 < share ? a(row) : b(row));
};

/** What every shop has: nothing of it breaks a rule. */
export const shop = (salt = 0): Record<string, Cell> => ({
  orders_last_year: whole(0, 24, 41 + salt),
  spend_band: oneOf('0-49|50-99|100-249|250-499'),
  favourite_category: oneOf('Garden|Toys|Kitchen|Books|Sports'),
});
