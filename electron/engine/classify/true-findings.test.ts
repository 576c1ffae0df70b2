import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import {
  bare,
  cities,
  countries,
  firstNames,
  listedSurnames,
  passesIban,
  tables,
  type Cell,
} from '#test/support/told-tables.ts';
import { catalogueKinds, kindOf, numberSaid } from '#test/support/catalogue-kinds.ts';
import { haveInCommon } from '#test/support/in-common.ts';
import { classifyTable } from './classify-table.ts';
import { columnFacts } from './column-facts.ts';
import { scoreColumn } from './score-column.ts';
import { raiseByValues } from './raise-by-values.ts';
import { valueTools } from '../values/value-tools.ts';

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
    const { findings: found } = await classifyTable(
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
  const {
    findings: [plain],
  } = await classifyTable([facts], tools, '2026-06-01');
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
  nameContains: ({ header }, [phrase]) => expect(header).toContain(phrase!),
  nameMeans: ({ header }, [phrase]) => expect(plain(header)).not.toContain(plain(phrase!)),
  nameCloseTo: ({ header }, [phrase]) =>
    expect([header.includes(phrase!), haveInCommon(4, plain(header), plain(phrase!))]).toEqual([false, true]),
  wordRaisesFlag: ({ header, finding }, [word, flag]) =>
    expect([header.includes(word!), finding.flags]).toEqual([true, expect.arrayContaining([flag])]),
  meaningRaisesFlag: ({ header, finding }, [word, flag]) =>
    expect([plain(header).includes(plain(word!)), finding.flags]).toEqual([false, expect.arrayContaining([flag])]),
  'valuesPass.checksum': passes,
  'valuesPass.structure': passes,
  'valuesPass.vocabulary': passes,
  'valuesPass.shape': passes,
  namesVersion: ({ header, different }) => {
    expect(header).toMatch(/version|build|firmware/);
    nearly(different, (value) => /^\d+(?:\.\d+)+$/.test(value), 0.8);
  },
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
  'shape.digests': most((value) => /^[\da-f]{32}$/.test(value), 0.8),
  'shape.epochs': every((value) => /^1\d{9}$/.test(value)),
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
  'table.codesOfAges': every((value) => isWhole(value) && Number(value) <= 9),
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
  'table.domainLogin': most((value) => /^[A-Z]+\\[a-z]+\d+$/.test(value), 0.8),
  'table.dialled': most((value) => /^(?:\+\d\d |0\d\d\/)/.test(value), 0.8),
  'table.scaleNotFact': most((value) => /^(?:Often|Rarely|Never|Sometimes)$/.test(value), 0.8),
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
  undecided: 'says what is not known',
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
      'findingOfPatients',
      'recordOfCare',
      'nameBesideParts',
      'titleOfContact',
      'costOfPatients',
      'contractOfEmployee',
      'rowsAreBusinesses',
      'onlyBusinesses',
      'onlyGoods',
      'unnamedAmongPersons',
      'leftOver',
      'heightAndWeight',
      'lettersOfGender',
      'agesAmongChoices',
      'keyOfDoers',
      'nothingOfHealth',
      'nothingOfCrime',
      'ranked',
      'readingOfName',
      'wholeAddress',
      'hanSurnames',
      'formOfNationalId',
      'wordsAndNumber',
      'keyOfNamed',
      'numberedItems',
      'oneOfManyStatements',
      'namedLikeValue',
      'nameOfRole',
      'feeOfCustomer',
      'noOtherPersonal',
      'signOfBlood',
      'amongHealth',
      'holdsSurnames',
      'harmlessWord',
      'sumsOfPlace',
      'keyOfDeed',
      'dateOfOrder',
      'saltedHash',
      'digitsBesideNames',
      'nameBesideContact',
      'partBesidePart',
      'organisations',
      'sameAnswers',
      'numberedAnswers',
      'resultOfPatient',
    ].map((key) => [`table.${key}`, ofTable]),
  ),
  ...Object.fromEntries(
    [
      'factAsked',
      'protectedQuestion',
      'opinionAbout',
      'offerAbout',
      'writtenOtherwise',
      'favourite',
      'markInSubject',
      'namesAgeHoldsGroups',
    ].map((key) => [`table.${key}`, ofName]),
  ),
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
