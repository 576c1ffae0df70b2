/* Values that nobody has: made from the number of the row, the same in every run. */

type Cell = (row: number) => string;

const first = ['Alma', 'Bruno', 'Carla', 'Dario', 'Edda', 'Falk', 'Greta', 'Henrik', 'Ines', 'Jonas', 'Karla', 'Lasse'];
const last = ['Acker', 'Brandt', 'Cordes', 'Drews', 'Ebner', 'Falke', 'Gross', 'Hauser', 'Imhof', 'Jansen', 'Keller'];
const cities = ['Berlin', 'Hamburg', 'Utrecht', 'Lyon', 'Porto', 'Graz', 'Gent', 'Malmö', 'Turin', 'Brno'];

/** A scrambled whole number of a row, so that neighbouring rows have nothing in common. */
const mixed = (row: number, salt = 0): number => {
  let value = (row + 1) * 2_654_435_761 + salt * 40_503;
  value = (value ^ (value >>> 15)) >>> 0;
  return Math.imul(value, 2_246_822_519) >>> 0;
};
const hex = (row: number, digits: number): string =>
  Array.from({ length: Math.ceil(digits / 8) }, (_, at) =>
    mixed(row, at + 7)
      .toString(16)
      .padStart(8, '0'),
  )
    .join('')
    .slice(0, digits);

const firstOf = (row: number): string => first[mixed(row, 1) % first.length]!;
const lastOf = (row: number): string => last[mixed(row, 2) % last.length]!;

export const oneOf =
  (...words: string[]): Cell =>
  (row) =>
    words[mixed(row, words.length) % words.length]!;
export const numbered =
  (prefix: string, from = 10_000): Cell =>
  (row) =>
    `${prefix}${from + row * 7}`;
export const whole =
  (least: number, most: number, salt = 3): Cell =>
  (row) =>
    String(least + (mixed(row, salt) % (most - least + 1)));
export const amount =
  (least: number, most: number): Cell =>
  (row) =>
    (least + (mixed(row, 4) % ((most - least) * 100)) / 100).toFixed(2);

/** Days from one to another, both of which stand in the column. */
export function days(from: string, to: string): Cell {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const span = Math.round((end - start) / 86_400_000);
  return (row) => {
    const day = row === 0 ? 0 : row === 1 ? span : mixed(row, 5) % (span + 1);
    return new Date(start + day * 86_400_000).toISOString().slice(0, 10);
  };
}

export const firstName: Cell = firstOf;
export const lastName: Cell = lastOf;
export const fullName: Cell = (row) => `${firstOf(row)} ${lastOf(row)}`;
export const email: Cell = (row) => `${firstOf(row)}.${lastOf(row)}${row}@example.org`.toLowerCase();
export const phone: Cell = (row) => `+49 30 ${String(20_000_000 + (mixed(row, 6) % 9_999_999))}`;
export const city: Cell = (row) => cities[mixed(row, 8) % cities.length]!;
export const postalCode: Cell = (row) => String(10_115 + (mixed(row, 9) % 80_000));
export const ip: Cell = (row) => `203.0.113.${row % 250}`;
export const sha256: Cell = (row) => hex(row, 64);
export const uuid: Cell = (row) => {
  const text = hex(row, 32);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
};
export const cookie: Cell = (row) => `GA1.2.${mixed(row, 11)}.${1_700_000_000 + row * 911}`;
/** An IBAN of a bank that does not exist, with its check digits. */
export const iban: Cell = (row) => {
  const account = `99999999${String(mixed(row, 12) % 10_000_000_000).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
};
export const sentence: Cell = (row) =>
  [
    `The parcel came ${row + 2} days late and nobody answered my letter about it.`,
    `I asked ${row + 3} times for an invoice and got none, please send it again.`,
    `Everything works since the update of version ${row}, thank you very much.`,
  ][row % 3]!;
