import surnames from '#resources/vocabularies/surnames.json' with { type: 'json' };

/** A cell as it is read. */
export type Cell = string | null;
interface Table {
  rows: number;
  columns: Record<string, (row: number) => Cell>;
}

const chance = (row: number, salt: number): number =>
  (Math.imul((row + 1) * 2654435761 + salt * 40503, 2246822519) >>> 0) / 2 ** 32;
const pick = <Value>(values: readonly Value[], at: number): Value => values[Math.floor(at * values.length)]!;
const two = (value: number): string => String(value).padStart(2, '0');
const hex = (row: number, length = 32): string =>
  (
    (Math.imul(row + 1, 2654435761) >>> 0).toString(16).padStart(8, '0') +
    (Math.imul(row + 7, 2246822519) >>> 0).toString(16).padStart(8, '0')
  )
    .repeat(4)
    .slice(0, length);
const dayOf = (row: number, from: number, years: number): string =>
  `${from + Math.floor(chance(row, 71) * years)}-${two(1 + (row % 12))}-${two(1 + (row % 28))}`;

export const firstNames = [
  'Anna',
  'Carlos',
  'Sophie',
  'Thomas',
  'Giulia',
  'Robert',
  'Maria',
  'Peter',
  'Laura',
  'David',
  'Elena',
  'Paul',
  'Julia',
  'Marco',
  'Sarah',
  'Michael',
];
const lastNames = [
  'Schmidt',
  'García',
  'Rossi',
  'Jones',
  'Meyer',
  'Novak',
  'Bakker',
  'Lefevre',
  'Kowalski',
  'Moretti',
  'Dubois',
  'Janssen',
  'Fischer',
  'Okafor',
  'Lindqvist',
  'Haas',
];
const firstOf = (row: number): string => pick(firstNames, chance(row, 1));
const lastOf = (row: number): string => pick(lastNames, chance(row, 2));
export const bare = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
export const listedSurnames = new Set(surnames.words.split(' '));
export const countries = ['Italy', 'Spain', 'France'];
export const cities = ['Berlin', 'Paris', 'Madrid', 'Rome', 'Lisbon', 'Amsterdam', 'Hamburg', 'Lyon'];

function iban(row: number, right = true): string {
  const account = String(370400440532013000n + BigInt(row));
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${two(Number(right ? check : check - 1n))}${account}`;
}
export const passesIban = (value: string): boolean =>
  /^DE\d{20}$/.test(value) && BigInt(`${value.slice(4)}1314${value.slice(2, 4)}`) % 97n === 1n;

const person = {
  first_name: firstOf,
  last_name: lastOf,
  email: (row: number) => `${firstOf(row)}.${row}@example.org`.toLowerCase(),
  city: (row: number) => pick(cities, chance(row, 3)),
};
export const tables: Record<string, Table> = {
  'persons by name': {
    rows: 120,
    columns: {
      occupaton: (row) => ['Dreher', 'Fräser', 'Schlosser'][row % 3]!,
      customer_key_number: (row) => String(90_000 + Math.floor(chance(row, 4) * 9000)),
      ...person,
      date_of_birth: (row) => dayOf(row, 1940, 78),
      age: (row) => String(12 + (row % 70)),
      Alter: (row) => String(1 + (row % 6)),
      iban: (row) => iban(row),
      account_iban: (row) => iban(row, row % 3 === 0),
      iban_number: (row) => (row % 3 ? `K${row}` : iban(row)),
      mobile_phone: (row) => `***-**${two(row)}`,
      phone: (row) => (row % 4 ? 'yes' : 'no'),
      postal_code: (row) => `${10_000 + row * 7}`,
      gender: (row) => pick(['female', 'male'], chance(row, 5)),
      email_hash: (row) => hex(row),
      religion_notes_flag: () => 'x',
      birth_year: (row) => String(row % 5 ? 1950 + (row % 60) : 5),
      latitude: (row) => String(row % 3 ? 48 + row / 991 : 500),
      income: (row) => (row % 2 ? 'soft' : 'hard'),
      remarks: (row) =>
        'Please call me back tomorrow in the evening ' +
        `${row % 4 ? `about parcel number ${row}` : `at anna${row}@example.org`}`,
      notes: (row) =>
        `Yesterday ${firstOf(row)} came by and she said that her parcel ${row} had not come and that she was waiting`,
      blank: () => null,
      same: () => 'gold',
      seldom: (row) => (row % 3 ? null : 'yes'),
      loan_id: (row) => `L${10_000 + row}x`,
      salary_id: (row) => `S${10_000 + row}`,
      email_opened_last: (row) => dayOf(row, 2023, 2),
      purchase_last: (row) => dayOf(row, 2023, 2),
      browsing_last: (row) => `${dayOf(row, 2023, 2)} 10:${two(row % 60)}`,
      link: (row) => `https://social.example/${row % 6 ? `${firstOf(row)}-${lastOf(row)}` : 'u'}/${row}`.toLowerCase(),
    },
  },
  'persons without names': {
    rows: 150,
    columns: {
      col_1: (row) => `Q${hex(row, 6)}`,
      col_2: firstOf,
      col_3: lastOf,
      col_4: (row) => `${firstOf(row)}${row}@example.org`,
      col_5: (row) => dayOf(row, 1941, 55),
      col_6: (row) => String(19 + Math.floor(chance(row, 9) * 60)),
      col_7: (row) => `0${170 + (row % 9)}${1_000_000 + Math.floor(chance(row, 8) * 8_000_000)}`,
      col_8: (row) => pick(['a', 'b', 'c'], chance(row, 10)),
      col_9: (row) => pick(cities, chance(row, 11)),
      col_10: (row) => String(10_115 + Math.floor(chance(row, 12) * 80_000)),
      col_11: (row) => (48 + chance(row, 13) * 4).toFixed(5),
      col_12: (row) => (8 + chance(row, 14) * 5).toFixed(5),
      col_13: (row) => `+49 30 ${1_000_000 + row * 37}`,
      col_14: (row) =>
        `k${hex(row, 8).replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}${row % 8 ? '' : '7'}`,
      col_15: (row) => String(1940 + Math.floor(chance(row, 15) * 60)),
      col_16: (row) => `${firstOf(row)} ${lastOf(row)}`,
      col_17: (row) => `${row % 3 ? `Xu${'abcdefgh'[row % 8]!}o` : firstOf(row)} ${lastOf(row + 3)}`,
      col_18: (row) => String(Math.floor(1_000_000 + chance(row, 16) * 8_000_000)),
    },
  },
  'other names': {
    rows: 80,
    columns: {
      nachname: (row) => `${firstOf(row)} ${lastOf(row)}`,
      host: firstOf,
      host_name: firstOf,
      date_of_birth: (row) => String(1950 + (row % 50)),
      email: person.email,
      gender: (row) => pick(['female', 'male'], chance(row, 5)),
      'full name': (row) => 'abc'[row % 3]!,
      'preferred church hotel rating': (row) => String((row % 9) + 3),
      'xq smoking': (row) => pick(['little', 'much', 'never'], chance(row, 6)),
      diabetes_known: (row) => String(row % 7),
      'church days': (row) => String(row % 9),
    },
  },
  'two names': {
    rows: 80,
    columns: {
      x1: firstOf,
      x2: (row) => (row % 3 ? firstOf(row + 1) : lastOf(row)),
      x3: (row) => `a${row}@example.org`,
      x4: (row) => String(row % 3),
    },
  },
  'ages among things': {
    rows: 90,
    columns: {
      x1: (row) => String(19 + ((row * 7) % 55)),
      gender: (row) => pick(['female', 'male'], chance(row, 5)),
      order_id: (row) => `O-${row}`,
      product_name: (row) => `thing ${row % 9}`,
      price: (row) => `${row}.50`,
      quantity: (row) => String(row % 5),
    },
  },
  'ages among places': {
    rows: 90,
    columns: {
      x1: (row) => String(19 + ((row * 7) % 55)),
      country: (row) => pick(countries, chance(row, 5)),
      city: (row) => pick(cities, chance(row, 6)),
      order_id: (row) => `O-${row}`,
      product_name: (row) => `thing ${row % 9}`,
      price: (row) => `${row}.50`,
    },
  },
  'slipped by one': {
    rows: 60,
    columns: {
      customer_id: (row) => `K${1000 + row}`,
      email: (row) => String(20 + (row % 50)),
      date_of_birth: (row) => `p${row}@example.org`,
      phone_number: (row) => dayOf(row, 1950, 50),
      'preferred relig hotel rating': (row) => String((row % 9) + 3),
    },
  },
  'parts of addresses': {
    rows: 60,
    columns: {
      c1: (row) => `${1000 + ((row * 37) % 8000)} ${pick(cities, chance(row, 80))}`,
      c2: (row) => pick(cities, chance(row, 81)),
      country: (row) => pick(countries, chance(row, 5)),
      email: person.email,
      name: (row) => `${firstOf(row)} ${lastOf(row)}`,
    },
  },
  logs: {
    rows: 200,
    columns: {
      page: (row) => `https://shop.example/p/${row % 40}`,
      came_from: (row) => `https://search.example/${row % 9}`,
      ip: (row) => `10.${row % 200}.4.${(row % 9) + 1}`,
      user_agent: (row) => `Mozilla/5.0 (X11; Linux x86_64) Firefox/${100 + (row % 9)}.0`,
      zz1: (row) => hex(row % 30),
      zz2: (row) => hex(row),
      mark: (row) => pick(['red', 'green', 'blue'], chance(row, 20)),
      when: (row) => `2024-03-${two(1 + (row % 28))} ${two(row % 24)}:10:${two(1 + (row % 58))}`,
    },
  },
  shapes: {
    rows: 100,
    columns: {
      zq_a: (row) => String(row + 1),
      zq_b: (row) => String(1990 + (row % 12)),
      zq_id: (row) => String(1000 + ((row * 37) % 5000)),
      zq_c: (row) => (chance(row, 30) * 900).toFixed(3),
      zq_d: (row) => `{"a": ${row}}`,
      zq_e: (row) => hex(row, 20),
      zq_f: (row) => `QX-${((row * 7919) % 100_000) + row / 1000}`.replace('.', 'x'),
      zq_g: (row) => `We sat there and waited for number ${row} to be called by them`,
      zq_h: (row) => pick(['red', 'green', 'blue'], chance(row, 31)),
      zq_i: (row) => `2024-01-${two(1 + (row % 28))}`,
      zq_j: (row) => `2024-01-${two(1 + (row % 28))} 11:${two(row % 60)}:07`,
      zq_k: () => null,
      zq_l: () => 'x',
      zq_m: (row) => (row % 2 ? 'ja' : 'nein'),
      zq_n: (row) => `thing ${hex(row, 3)} ${hex(row + 9, 4)} of no kind`.replaceAll(/\d/g, 'q'),
      'zq_key ref': (row) => `R${row % 20}`,
      zq_o: (row) => `Customer#${1000 + row}`,
      product_code: (row) => (row % 3 ? `item ${row}` : `anna${row}@example.org`),
      sku: (row) => (row === 7 ? 'ask anna@example.org' : `item-${row}`),
    },
  },
  survey: {
    rows: 120,
    columns: {
      'How satisfied are you with the shop?': (row) =>
        pick(['very satisfied', 'satisfied', 'neutral', 'unsatisfied'], chance(row, 40)),
      '': (row) => pick(['good', 'bad', null], chance(row, 41)),
      'Would you come back?': (row) => pick(['likely', 'unlikely', 'neither'], chance(row, 42)),
      'What did you miss?': (row) => pick(['nothing', 'bread', 'milk'], chance(row, 43)),
      'Do you think prices are fair?': (row) => pick(['agree', 'disagree', 'neutral'], chance(row, 44)),
      'What should be better?': (row) => pick(['bread', 'milk', 'parking'], chance(row, 45)),
      Q7: (row) => pick(['a lot', 'bread', 'xx', 'yy'], chance(row, 46)),
      'Which religion do you have?': (row) => pick(['none', 'one', 'two'], chance(row, 47)),
      ...Object.fromEntries(
        ['Rock', 'Opera', 'Folk', 'Metal', 'Punk', 'Swing', 'Latino'].map((name, at) => [
          name,
          (row: number) => String(1 + Math.floor(chance(row, 50 + at) * 5)),
        ]),
      ),
    },
  },
  'codes that nothing names': {
    rows: 60,
    columns: {
      c1: (row) => hex(row),
      c2: (row) => pick(['red', 'green', 'blue'], chance(row, 90)),
      c3: (row) => String(1_600_000_000 + Math.floor(chance(row, 91) * 90_000_000)),
      c4: (row) => `CORP\\${firstOf(row).toLowerCase()}${row}`,
      c5: (row) => (row % 2 ? `+49 30 ${100_000 + row * 37}` : `030/${200_000 + row * 41}`),
      firmware_build: (row) => `80.${100 + row}.3.${row % 9}`,
    },
  },
  'answers about work': {
    rows: 60,
    columns: {
      age: (row) => String(19 + (row % 50)),
      gender: (row) => pick(['female', 'male'], chance(row, 92)),
      work_interfere: (row) => pick(['Often', 'Rarely', 'Never', 'Sometimes'], chance(row, 93)),
    },
  },
  'counts of words': {
    rows: 150,
    columns: Object.fromEntries(
      ['zza', 'zzb', 'zzc', 'zzd', 'zze', 'zzf', 'zzg'].map((name, at) => [
        name,
        (row: number) => String(chance(row, 60 + at) < 0.6 ? 0 : Math.floor(chance(row, 70 + at) * 30)),
      ]),
    ),
  },
};
