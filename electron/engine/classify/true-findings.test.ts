import { beforeAll, describe, expect, it } from 'vitest';
import surnames from '#resources/vocabularies/surnames.json' with { type: 'json' };
import type { Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { catalogueKinds, kindOf, numberSaid } from '#test/support/catalogue-kinds.ts';
import { classifyTable } from './classify-table.ts';
import { columnFacts } from './column-facts.ts';
import { scoreColumn } from './score-column.ts';
import { raiseByValues } from './raise-by-values.ts';
import { valueTools } from '../values/value-tools.ts';

type Cell = string | null;
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

const firstNames = [
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
const bare = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const listedSurnames = new Set(surnames.words.split(' '));
const countries = ['Italy', 'Spain', 'France'];
const cities = ['Berlin', 'Paris', 'Madrid', 'Rome', 'Lisbon', 'Amsterdam', 'Hamburg', 'Lyon'];

function iban(row: number, right = true): string {
  const account = String(370400440532013000n + BigInt(row));
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${two(Number(right ? check : check - 1n))}${account}`;
}
const passesIban = (value: string): boolean =>
  /^DE\d{20}$/.test(value) && BigInt(`${value.slice(4)}1314${value.slice(2, 4)}`) % 97n === 1n;

const person = {
  first_name: firstOf,
  last_name: lastOf,
  email: (row: number) => `${firstOf(row)}.${row}@example.org`.toLowerCase(),
  city: (row: number) => pick(cities, chance(row, 3)),
};
const tables: Record<string, Table> = {
  'persons by name': {
    rows: 120,
    columns: {
      customer_key_number: (row) => String(90_000 + Math.floor(chance(row, 4) * 9000)),
      ...person,
      date_of_birth: (row) => dayOf(row, 1940, 78),
      age: (row) => String(12 + (row % 70)),
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

interface Case {
  name: string;
  header: string;
  finding: Finding;
  all: Cell[];
  filled: string[];
  different: string[];
  table: Map<string, string[]>;
}

const filledOf = (cells: readonly Cell[]): string[] => cells.filter((cell): cell is string => cell !== null);
let cases: Case[] = [];
const tools = valueTools();
beforeAll(async () => {
  for (const { rows, columns } of Object.values(tables)) {
    const cells = Object.values(columns).map((value) => Array.from({ length: rows }, (_, row) => value(row)));
    const headers = Object.keys(columns);
    const found = await classifyTable(
      headers.map((header, at) => columnFacts(header, header, at, cells[at]!)),
      tools,
      '2026-06-01',
    );
    const table = new Map(headers.map((header, at) => [header, filledOf(cells[at]!)]));
    // What speaks against a type is told only where it still leads; computed again wherever it is said.
    const against = new Set(['kindsDoNotFit', 'fewShortCodes', 'outOfRange', 'fewAreWhatNameSays', 'fewPassChecksum']);
    for (const [at, finding] of found.entries()) {
      const doubts = [
        ...scoreColumn(columnFacts(headers[at]!, headers[at]!, at, cells[at]!), tools).hypotheses.values(),
      ]
        .filter(({ type }) =>
          [
            'iban',
            'email_address',
            'full_name',
            'first_name',
            'country',
            'gender',
            'phone_number',
            'age',
            'latitude',
            'birth_year',
            'income_bracket',
          ].includes(type),
        )
        .flatMap(({ evidence }) => evidence);
      finding.evidence.push(...doubts.filter(({ detail }) => against.has(kindOf(kinds, detail)?.kind ?? '')));
    }
    cases.push(
      ...headers.map((header, at) => ({
        name: header,
        header,
        finding: found[at]!,
        all: cells[at]!,
        filled: filledOf(cells[at]!),
        different: [...new Set(filledOf(cells[at]!))],
        table,
      })),
    );
  }
  // Of a long table only some rows are looked at; what stands in the others is told apart.
  const seen = Array.from({ length: 3000 }, (_, row) => `item-${row}`);
  const hidden = ['ask anna@example.org', 'ask bo@example.org', 'no sign@all'];
  const facts = columnFacts('sku', 'sku', 0, seen, { rows: 40_000, nulls: 0 });
  const [plain] = await classifyTable([facts], tools, '2026-06-01');
  const finding = raiseByValues({ ...plain!, evidence: [] }, facts, tools, { rows: 90, values: hidden });
  cases.push({
    name: 'sku of a long table',
    header: 'sku',
    finding,
    all: seen,
    filled: hidden,
    different: hidden,
    table: new Map(),
  });
});

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
const nearly = (values: readonly string[], test: (value: string) => boolean, least = 0.9): void =>
  expect(values.filter(test).length).toBeGreaterThanOrEqual(least * values.length);
const every =
  (test: (value: string) => boolean): Check =>
  ({ different }) =>
    nearly(different, test, 1);
const most =
  (test: (value: string) => boolean, least = 0.9): Check =>
  ({ different }) =>
    nearly(different, test, least);
const hardlyRepeats: Check = ({ filled, different }) =>
  expect(different.length).toBeGreaterThanOrEqual(0.9 * filled.length);
const repeats: Check = ({ filled, different }) => expect(different.length).toBeLessThan(filled.length);
const holdsMail = (value: string): boolean => /[a-z\d.]+@[a-z]+\.org/.test(value);
const isYear = (value: string): boolean => /^\d{4}$/.test(value) && Number(value) >= 1880 && Number(value) <= 2100;
const isNumber = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value);
const isWhole = (value: string): boolean => /^-?\d+$/.test(value);
const sorted = (values: readonly string[]): number[] => values.map(Number).sort((a, b) => a - b);
const middle = (values: readonly string[]): number => {
  const numbers = sorted(values);
  return numbers[Math.floor(0.95 * numbers.length)]! - numbers[Math.floor(0.05 * numbers.length)]!;
};

type Check = (made: Case, said: string[]) => void;
/** What a noun of the catalogue means here, in plain code, for the columns above. */
const meant: [RegExp, (value: string) => boolean][] = [
  [/IBAN/i, (value) => /^DE\d{20}$/.test(value)],
  [/e-mail/, holdsMail],
  [/date/i, (value) => /^\d{4}-\d\d-\d\d/.test(value)],
  [/phone/i, (value) => /^[+0]/.test(value)],
  [/IP address/i, (value) => /^\d+\.\d+\.\d+\.\d+$/.test(value)],
  [/first name/, (value) => firstNames.includes(value)],
  [/last name|surname/, (value) => listedSurnames.has(bare(value))],
  [/full name|names of persons/, (value) => firstNames.includes(value.split(' ')[0]!)],
  [/cit(?:y|ies)|town|places/i, (value) => cities.includes(value)],
  [/countr/i, (value) => countries.includes(value)],
  [/ZIP|postal/i, (value) => /^\d{5}$/.test(value)],
  [/gender|sex/i, (value) => ['female', 'male'].includes(value)],
  [/page|address|URL/i, (value) => value.startsWith('https://')],
  [/user agent|browser/i, (value) => value.startsWith('Mozilla')],
  [/digest|hash/i, (value) => /^[\da-f]{32}$/.test(value)],
  [/age/i, isWhole],
  [/latitude|longitude|coordinate/i, (value) => Math.abs(Number(value)) <= 180],
  [/consent|yes/i, (value) => ['yes', 'no'].includes(value)],
];
const passes: Check = ({ different }, [passed, of, , noun]) => {
  const test = meant.find(([pattern]) => pattern.test(noun!))?.[1];
  expect(test, `no meaning of ${noun}`).toBeDefined();
  expect([numberSaid(passed), numberSaid(of)]).toEqual([
    different.filter((value) => test!(value)).length,
    different.length,
  ]);
};
/** Under a name that says what they are; the catalogue's sentence does not repeat it. */
const fails: Check = ({ different, header }, [passed, of]) => {
  const test = /iban/.test(header) ? passesIban : (value: string) => /^[+0\d]/.test(value);
  // Of many values that hardly ever pass no more than the first look is told.
  if (numberSaid(of) === different.length) expect(numberSaid(passed)).toBe(different.filter(test).length);
  else expect([numberSaid(of), numberSaid(passed) <= different.filter(test).length]).toEqual([40, true]);
};
const neighbours = ({ table, header }: Case): string[][] => {
  const names = [...table.keys()];
  return [-2, -1, 1, 2].flatMap((step) => table.get(names[names.indexOf(header) + step] ?? '?') ?? []).length === 0
    ? []
    : [-2, -1, 1, 2].map((step) => table.get(names[names.indexOf(header) + step] ?? '?') ?? []);
};

const checks: Record<string, Check> = {
  nameContains: ({ header }, [phrase]) => expect(plain(header)).toContain(plain(phrase!)),
  nameMeans: ({ header }, [phrase]) => expect(plain(header)).not.toContain(plain(phrase!)),
  wordRaisesFlag: ({ header, finding }, [word, flag]) =>
    expect([plain(header).includes(plain(word!)), finding.flags]).toEqual([true, expect.arrayContaining([flag])]),
  meaningRaisesFlag: ({ header, finding }, [word, flag]) =>
    expect([plain(header).includes(plain(word!)), finding.flags]).toEqual([false, expect.arrayContaining([flag])]),
  'valuesPass.checksum': passes,
  'valuesPass.structure': passes,
  'valuesPass.vocabulary': passes,
  'valuesPass.shape': passes,
  digests: most((value) => /^[\da-f]{32}$/.test(value), 0.5),
  kindsDoNotFit: ({ different }, [listed]) => {
    const says = (kind: string): boolean => new RegExp(`\\b${kind}\\b`).test(listed!);
    if (says('boolean')) nearly(different, (value) => ['yes', 'no', '0', '1'].includes(value), 1);
    if (says('integer')) nearly(different, isWhole);
    if (says('decimal')) nearly(different, isNumber);
    if (says('date')) nearly(different, (value) => /\d{4}/.test(value));
    if (says('category')) expect(different.length).toBeLessThanOrEqual(60);
    if (says('text')) nearly(different, (value) => /\p{L}/u.test(value), 0.5);
    if (says('code')) nearly(different, (value) => !/\s/.test(value), 0.6);
  },
  fewShortCodes: ({ different, filled }) => {
    expect([different.length <= 12, filled.length > different.length]).toEqual([true, true]);
    nearly(different, (value) => value.length <= 2, 1);
  },
  outOfRange: ({ filled }, [low, high]) =>
    expect(
      filled.filter((value) => Number(value) < numberSaid(low) || Number(value) > numberSaid(high)).length,
    ).toBeGreaterThan(0.05 * filled.length),
  fewAreWhatNameSays: fails,
  fewPassChecksum: fails,
  agesUnder: ({ filled, header }, [values, , majority]) => {
    const ages = header === 'age' ? filled.map(Number) : filled.map((value) => 2026 - Number(value.slice(0, 4)));
    expect([numberSaid(values), numberSaid(majority)]).toEqual([ages.filter((age) => age < 18).length, 18]);
  },
  textsHold: ({ different }, [of, hits]) =>
    expect([numberSaid(of), numberSaid(hits)]).toEqual([different.length, different.filter(holdsMail).length]),
  valuesHold: ({ different }, [hits, of, verb]) => {
    expect([numberSaid(hits), numberSaid(of)]).toEqual([different.filter(holdsMail).length, different.length]);
    if (/^(?:are|is)$/.test(verb!)) nearly(different.filter(holdsMail), (value) => /^\S+@\S+$/.test(value), 1);
  },
  rowsHold: ({ filled }, [rows]) => expect(numberSaid(rows)).toBe(filled.filter(holdsMail).length),
  textsNamePersons: ({ different }, [texts, of]) =>
    expect([numberSaid(texts), numberSaid(of)]).toEqual([
      different.filter((value) => firstNames.some((name) => value.includes(name)) && / she | her /.test(value)).length,
      different.length,
    ]),
  'shape.empty': ({ filled }) => expect(filled).toEqual([]),
  'shape.constant': ({ all }) => expect([new Set(all).size, all[0] !== null]).toEqual([1, true]),
  'shape.yesAndNo': every((value) => ['yes', 'no', 'ja', 'nein', '0', '1'].includes(value)),
  'shape.moments': most((value) => / (?!00:00)\d\d:\d\d/.test(value)),
  'shape.dates': most((value) => /^\d{4}-\d\d-\d\d$/.test(value)),
  'shape.countRows': ({ filled }) =>
    expect(filled.every((value, at) => isWhole(value) && (at === 0 || Number(value) > Number(filled[at - 1])))).toBe(
      true,
    ),
  'shape.years': every(isYear),
  'shape.numberOfItsOwn': (made, said) => {
    hardlyRepeats(made, said);
    nearly(made.different, isWhole, 1);
  },
  'shape.numbers': most(isNumber),
  'shape.json': every((value) => typeof JSON.parse(value) === 'object'),
  'shape.randomKeys': every((value) => /^[\da-f]{16,64}$/.test(value)),
  'shape.codeOfItsOwn': hardlyRepeats,
  'shape.sentences': most((value) => value.split(' ').length >= 6),
  'shape.repeat': repeats,
  'table.namesBirthHoldsYears': every(isYear),
  'table.spreadLikeAges': (made, said) => {
    const likeAges = (values: readonly string[]): boolean =>
      values.every((value) => isWhole(value) && Number(value) >= 0 && Number(value) <= 110) && middle(values) >= 12;
    expect([
      likeAges(made.filled),
      [...made.table].filter(([header, values]) => /^x\d+$/.test(header) && likeAges(values)).length,
    ]).toEqual([true, 1]);
    every(isWhole)(made, said);
  },
  'table.codeAndPlace': every((value) => /^\d{4,5} /.test(value) && cities.includes(value.replace(/^\d+ /, ''))),
  'table.shiftedHeader': ({ header, different, table }) => {
    const names = [...table.keys()];
    const before = names[names.indexOf(header) - 1]!;
    const fits: Record<string, (value: string) => boolean> = {
      email: holdsMail,
      date_of_birth: (value) => /^\d{4}-\d\d-\d\d$/.test(value),
    };
    nearly(different, fits[before]!, 0.8);
    expect([
      table.get(before)!.some(fits[before]!),
      different.some(fits[header] ?? ((value) => /^[+0]/.test(value))),
    ]).toEqual([false, false]);
  },
  'table.placeNames': ({ different, header, table }) => {
    nearly(different, (value) => cities.includes(value), 0.4);
    const names = [...table.keys()];
    expect(
      [-1, 1].some((step) =>
        table
          .get(names[names.indexOf(header) + step] ?? '?')
          ?.every((value) => countries.includes(value) || /^\d{5}$/.test(value)),
      ),
    ).toBe(true);
  },
  'table.datesOverYears': ({ different }, [years]) =>
    expect(Math.abs(numberSaid(years) - middle(different.map((value) => value.slice(0, 4))))).toBeLessThanOrEqual(1),
  'table.yearsOfBirth': (made, said) => {
    every(isYear)(made, said);
    expect(middle(made.filled)).toBeGreaterThanOrEqual(20);
  },
  'table.numbersLikeAges': every((value) => isWhole(value) && Number(value) <= 110),
  'table.sameScale': ({ filled, table }) =>
    expect(
      [...table.values()].filter((values) => Math.max(...sorted(values)) === Math.max(...sorted(filled))).length,
    ).toBeGreaterThanOrEqual(6),
  'table.mostlyZero': ({ filled }) =>
    expect(filled.filter((value) => value === '0').length).toBeGreaterThanOrEqual(0.4 * filled.length),
  'table.likePhoneNumbers': most((value) => /^[+0][\d ]{6,}$/.test(value), 0.6),
  'table.digitsLikePhoneNumbers': most((value) => /^0[1-9]\d{7,9}$/.test(value)),
  'table.capitalisedWords': most((value) => /^\p{Lu}\S* \p{Lu}\S*$/u.test(value)),
  'table.wordOfItsOwn': (made, said) => {
    hardlyRepeats(made, said);
    expect(
      made.different.some((value) => /\d/.test(value)) && made.different.every((value) => !value.includes(' ')),
    ).toBe(true);
    expect([...made.table.values()].some((values) => values.every(holdsMail))).toBe(true);
  },
  'table.numberedPersons': every((value) => /^Customer#\d+$/.test(value)),
  'table.keyOfThing': (made, said) => {
    hardlyRepeats(made, said);
    expect(made.header).toMatch(/^id_|_id$/i);
  },
  'table.likeKeyOfPersons': hardlyRepeats,
  'table.keyOfAnother': ({ header }) => expect(header).toMatch(/(?:^|[_ ])(?:id|key|uuid|guid|pk|sk|hash)(?:[_ ]|$)/i),
  'table.firstAndLastNames': most((value) => value.split(' ').length === 2, 0.5),
  'table.hostsHaveFirstNames': most((value) => firstNames.includes(value), 0.5),
  'table.momentsOfContact': most((value) => /^\d{4}-\d\d-\d\d/.test(value)),
  'table.besideMoreFirstNames': (made) =>
    expect(
      neighbours(made)
        .slice(1, 3)
        .some((values) => values.filter((value) => firstNames.includes(value)).length > 0.3 * values.length),
    ).toBe(true),
  'table.besideFirstNames': (made) =>
    expect(
      neighbours(made).some(
        (values) => values.filter((value) => firstNames.includes(value)).length > 0.3 * values.length,
      ),
    ).toBe(true),
  'table.addressesNamePerson': ({ filled, table }, [named, rows]) => {
    const [first, last] = [table.get('first_name')!, table.get('last_name')!];
    expect([numberSaid(named), numberSaid(rows)]).toEqual([
      filled.filter((value, row) =>
        [first[row]!, last[row]!].some(
          (name) => name.length >= 4 && value.normalize('NFKD').includes(name.toLowerCase().normalize('NFKD')),
        ),
      ).length,
      filled.length,
    ]);
  },
  'table.latitudeAndLongitude': every((value) => Math.abs(Number(value)) <= 180),
  'table.asLongAsPostalCodes': most((value) => /^\d{5}$/.test(value), 0.7),
  'table.stepsOfScale': most((value) => /satisfied|neutral|likely|agree|neither|a lot/.test(value), 0.5),
  'table.question': ({ header }) => expect(header).toMatch(/\?$/),
  'table.numberedQuestion': ({ header }) => expect(header).toMatch(/^q_?\d/i),
  'table.continuesQuestion': ({ header, table }) =>
    expect([...table.keys()][[...table.keys()].indexOf(header) - 1]).toMatch(/\?$/),
  'table.unnamedCode': hardlyRepeats,
  'table.keysComeBack': (made, said) => {
    repeats(made, said);
    nearly(made.different, (value) => /^[\da-f]{16,64}$/.test(value), 0.7);
  },
  'table.randomKeyOfItsOwn': ({ filled, different }) => expect(different.length).toBeGreaterThan(0.5 * filled.length),
};

const whoSaid = 'says who decided, not what the data hold';
const ofTable = 'says what the rows or the neighbours were taken to be';
const ofName = 'says what a name was taken to ask';
/** What claims nothing that could be counted in the column, and why. */
const withoutClaim: Record<string, string> = {
  strictPolicy: 'names a rule',
  speaksOfChildren: ofTable,
  accepted: whoSaid,
  acceptedBecause: whoSaid,
  decided: whoSaid,
  decidedBecause: whoSaid,
  'shape.unrecognised': 'says that nothing was recognised',
  ...Object.fromEntries(
    [
      'dateOfPatients',
      'whyTheyCame',
      'insurer',
      'outcome',
      'besideDiseases',
      'healthText',
      'codedFact',
      'keyOfPersons',
      'dateOfEmployee',
      'takings',
      'amongLabValues',
      'recordOfCare',
      'nameBesideParts',
      'titleOfContact',
      'costOfPatients',
      'contractOfEmployee',
      'rowsAreBusinesses',
      'onlyBusinesses',
      'onlyGoods',
      'unnamedAmongPersons',
    ].map((key) => [`table.${key}`, ofTable]),
  ),
  ...Object.fromEntries(['factAsked', 'protectedQuestion'].map((key) => [`table.${key}`, ofName])),
};

const type = { noun: '7005', label: '7005' };
const { valuesPass } = evidenceText;
const special: Record<string, string[]> = {
  ...Object.fromEntries(
    Object.entries(valuesPass).map(([key, said]) => [
      `valuesPass.${key}`,
      [said(7001, 7002, type).replace('values', 'value7003').replace(' s ', ' ')],
    ]),
  ),
  kindsDoNotFit: ['The values are 7001, which does not fit.'],
  textsHold: [
    'Of 7001 different texts looked at, 7002 hold e-mail addresses7003.',
    'Of 7001 different texts looked at, 7002 hold e-mail addresses.',
  ],
  valuesHold: ['7001 of 7002 different values 7003 7004, whatever the column is called.'],
  rowsHold: ['Outside the sample, at least 7001 rows hold 7002.', 'Outside the sample, at least 7001 row holds 7002.'],
  agesUnder: ['7001 of the values looked at 7002 under 7003.'],
};
const kinds = catalogueKinds(evidenceText, special);

describe('the reasons of a finding', () => {
  it('are each of a kind that is computed again, or is named as one that claims nothing', () => {
    expect([...Object.keys(checks), ...Object.keys(withoutClaim)].sort()).toEqual(kinds.map(([kind]) => kind).sort());
  });

  const seen = new Set<string>();
  it('are true of these tables', () => {
    const untrue: string[] = [];
    for (const made of cases)
      for (const { detail } of made.finding.evidence) {
        const found = kindOf(kinds, detail);
        if (found) seen.add(found.kind);
        try {
          expect(found, `no kind: ${detail}`).not.toBeNull();
          checks[found!.kind]?.(made, found!.said);
        } catch (error) {
          untrue.push(
            `${made.name} (${made.finding.type}): ${detail}: ${String((error as Error).message).slice(0, 300)}`,
          );
        }
      }
    expect(untrue).toEqual([]);
  });

  it('have each been given for one of these columns', () => {
    expect(
      Object.keys(checks)
        .filter((kind) => !seen.has(kind))
        .sort(),
    ).toEqual([]);
  });
});
