import { countingOperationsText } from './counting-operations.ts';
import { mappingOperationsText } from './mapping-operations.ts';
import { movingOperationsText } from './moving-operations.ts';
import { placingOperationsText } from './placing-operations.ts';
import { firstNames, quotedNames, shortName } from './names.ts';
import { listed, numbered } from './numbers.ts';

/** Words of the form fields that several operations have. */
const decimalMark = {
  label: 'Decimal mark',
  help: 'A value that is no number becomes empty and is counted.',
  options: { '.': '1,234.56', ',': '1.234,56' },
};
const dateFormat = {
  label: 'Dates are written as',
  help: 'A value that does not fit becomes empty and is counted.',
  options: {
    iso: '2026-11-23 (ISO)',
    'd.m.y': '23.11.2026',
    'd/m/y': '23/11/2026',
    'm/d/y': '11/23/2026',
    'd-m-y': '23-11-2026',
    'm-d-y': '11-23-2026',
    'y/m/d': '2026/11/23',
    yyyymmdd: '20261123',
    'month-name': '23 Nov 2026, November 23, 2026, 23 novembre 2026',
    'iso-week': '2026-W48 (the week’s Monday)',
    'epoch-seconds': 'Seconds since 1970',
    'epoch-milliseconds': 'Milliseconds since 1970',
    'mixed-d/m/y': 'In several of these ways, 23/11/2026 where slashes are used',
    'mixed-m/d/y': 'In several of these ways, 11/23/2026 where slashes are used',
  },
};

/**
 * What an operation is called (`label`), what it is for (`summary`), what a step of it does (`describe`, for history,
 * certificate and register: names every column it changes), the words of its form by setting, and what `check` says.
 */
export const operationsText = {
  ...countingOperationsText,
  ...mappingOperationsText,
  ...movingOperationsText,
  ...placingOperationsText,
  common: {
    columns: { label: 'Columns', help: 'The columns this step works on.' },
    decimalMark,
    dateFormat,
    columnTwice: (column: string) => `The column ${shortName(column)} is named twice.`,
    columnMissing: (column: string) => `There is no column ${shortName(column)} at this step.`,
    edgesOrder: 'The bounds must rise from one to the next.',
  },
  'age-bands': {
    label: 'Age bands',
    summary: 'Turns an age, a date of birth or a birth year into an age group.',
    describe: (columns: string[], bands: string[]) =>
      `Turn ${quotedNames(columns)} into the age groups ${bands.join(', ')}.`,
    from: {
      label: 'The column holds',
      help: 'From a date of birth, full years at the reference date count.',
      options: { age: 'An age in years', 'date-of-birth': 'A date of birth', 'birth-year': 'A year of birth' },
    },
    edges: { label: 'Groups start at', help: 'Ascending ages: 18, 35, 65 makes <18, 18-34, 35-64, 65+.' },
  },
  'coordinate-grid': {
    label: 'Coordinate grid',
    summary: 'Moves coordinates to the corner of a grid cell.',
    describe: (columns: string[], degrees: number) =>
      `Move ${quotedNames(columns)} to the corner of a grid of ${numbered(degrees, 'degree')}.`,
    holds: {
      label: 'A cell holds',
      help: 'A pair is written as latitude, longitude in one cell.',
      options: { coordinate: 'One coordinate', pair: 'A pair' },
    },
    degrees: {
      label: 'Cell size in degrees',
      help:
        '0.01 degrees are about 1.1 km, 0.1 about 11 km, 1 about 111 km. Cells have no names; “Name places” writes those ' +
        'of places, countries and parts of the world.',
    },
  },
  'drop-columns': {
    label: 'Drop columns',
    summary: 'Leaves columns out of the output altogether.',
    describe: (columns: string[]) => `Drop ${quotedNames(columns)}.`,
  },
  'keyed-hash': {
    label: 'Keyed hash',
    summary:
      'Replaces identifiers by an HMAC-SHA-256 that only the holder of the key can recompute. The result is ' +
      'pseudonymised, still personal data.',
    describe: {
      none: (columns: string[]) => `Replace ${quotedNames(columns)} by a keyed hash (HMAC-SHA-256).`,
      'trim-lowercase': (columns: string[]) =>
        `Replace ${quotedNames(columns)} by a keyed hash (HMAC-SHA-256) of the trimmed, lower-case value.`,
    },
    normalise: {
      label: 'Before hashing',
      help: 'Trim and lower-case where the same identifier is written in different ways.',
      options: { none: 'Keep as written', 'trim-lowercase': 'Trim and lower-case' },
    },
    key: {
      label: 'Key',
      help: 'Empty: the key of this workspace and purpose. Files hashed under the same name can be joined.',
    },
  },
  tokenise: {
    label: 'Tokens',
    summary:
      'Replaces identifiers by tokens whose values the workspace keeps sealed: “custos detokenise” looks them up, and ' +
      'the register keeps that. The result is pseudonymised, still personal data.',
    describe: (columns: string[], domain: string) =>
      `Replace ${quotedNames(columns)} by tokens of the domain ${domain}; what they stand for is kept sealed in the workspace.`,
    domain: {
      label: 'Domain',
      help: 'Values under one name get the same token in every file. Small letters, digits and hyphens.',
    },
  },
  'replace-consistently': {
    label: 'Invented names',
    summary:
      'Replaces names by invented ones, the same name by the same one in every table. Whoever holds the key can try ' +
      'names: pseudonymised, still personal data.',
    describe: {
      'two-words': (columns: string[]) => `Replace ${quotedNames(columns)} by invented names of two words.`,
      'one-word': (columns: string[]) => `Replace ${quotedNames(columns)} by invented names of one word.`,
    },
    shape: {
      label: 'Written as',
      help: 'Of thousands of names some get the same invented one: it reads well, but it is no identifier.',
      options: { 'two-words': 'Two words (first and last name)', 'one-word': 'One word (a name, a place, a company)' },
    },
  },
  'encrypt-format': {
    label: 'Encrypt, keep the format',
    summary:
      'Encrypts numbers and codes into others of the same length and signs (FF1). Whoever holds the key can undo it: ' +
      'pseudonymised, still personal data.',
    describe: {
      digits: (columns: string[]) => `Encrypt the digits of ${quotedNames(columns)}, keeping the format (FF1).`,
      lower: (columns: string[]) =>
        `Encrypt the digits and small letters of ${quotedNames(columns)}, keeping the format (FF1).`,
      upper: (columns: string[]) =>
        `Encrypt the digits and capital letters of ${quotedNames(columns)}, keeping the format (FF1).`,
      mixed: (columns: string[]) =>
        `Encrypt the digits and letters of ${quotedNames(columns)}, keeping the format (FF1).`,
    },
    alphabet: {
      label: 'Values are made of',
      help:
        'Blanks, dots, hyphens and slashes between them stay. A value of other signs, or so short that all could be ' +
        'tried (5 digits, 3 letters), becomes empty and is counted.',
      options: {
        digits: 'Digits',
        lower: 'Digits and small letters',
        upper: 'Digits and capital letters',
        mixed: 'Digits and letters',
      },
    },
  },
  'keep-rows': {
    label: 'Keep a segment',
    summary: 'Lets only the rows leave in which a column has a value; the others are counted as left out.',
    describe: (columns: string[], values: readonly string[]) =>
      `Keep the rows in which ${quotedNames(columns)} is ${values.map((value) => JSON.stringify(value)).join(' or ')}.`,
    columns: { label: 'Column', help: 'One column of the file. Several steps have to hold together.' },
    value: { label: 'Value', help: 'What the column has to say; case and blanks around it make no difference.' },
    or: { label: 'Or one of', help: 'Further values that do as well; Enter after each.' },
  },
  'mask-characters': {
    label: 'Mask characters',
    summary: 'Shows the first or last characters of a value and hides the rest.',
    describe: (columns: string[], start: number, end: number) =>
      `Mask ${quotedNames(columns)}, showing the first ${start} and the last ${numbered(end, 'character')}.`,
    keepStart: { label: 'Shown at the start', help: 'How many characters stay readable at the start.' },
    keepEnd: { label: 'Shown at the end', help: 'How many characters stay readable at the end.' },
    keepLength: { label: 'Keep the length', help: 'Off: four stars whatever the length, which tells less.' },
  },
  'numeric-bins': {
    label: 'Numeric bins',
    summary: 'Turns numbers into intervals.',
    describe: {
      width: (columns: string[], width: number) => `Turn ${quotedNames(columns)} into intervals of ${width}.`,
      edges: (columns: string[], bands: string[]) =>
        `Turn ${quotedNames(columns)} into the intervals ${bands.join(', ')}.`,
    },
    mode: {
      label: 'Intervals',
      help: 'One width throughout suits even data; bounds of your own suit data with a long tail.',
      options: { width: 'Of one width', edges: 'Between bounds' },
    },
    width: { label: 'Width', help: 'The width of every interval.' },
    edges: { label: 'Bounds', help: 'Ascending numbers: 10, 100 makes <10, 10 to <100, 100+.' },
    whole: { label: 'Whole numbers', help: 'Writes the bounds as 10-99 instead of 10 to <100; for counts.' },
    edgesWhole: 'For whole numbers the bounds must be whole numbers too.',
    edgesMissing: 'Give at least one bound.',
  },
  'platform-hash': {
    label: 'Platform hash',
    summary:
      'Normalises e-mail addresses, phone numbers or advertising ids as an advertising platform does and hashes them ' +
      'without a key. It can be undone by guessing.',
    describe: {
      email: (columns: string[], platform: string) =>
        `Normalise ${quotedNames(columns)} as ${platform} writes e-mail addresses and hash it without a key (SHA-256).`,
      phone: (columns: string[], platform: string) =>
        `Normalise ${quotedNames(columns)} as ${platform} writes phone numbers and hash it without a key (SHA-256).`,
      maid: (columns: string[], platform: string) =>
        `Normalise ${quotedNames(columns)} as ${platform} writes advertising ids and hash it without a key (SHA-256).`,
    },
    platform: { label: 'Platform', help: 'Each platform writes the same address in its own way before hashing.' },
    field: {
      label: 'The columns hold',
      help:
        'Google, Meta, TikTok and Snap match phone numbers; TikTok, Pinterest, Snap, X and Reddit take hashed advertising ' +
        'ids.',
      options: { email: 'E-mail addresses', phone: 'Phone numbers', maid: 'Mobile advertising ids' },
    },
    callingCode: {
      label: 'Calling code',
      help: 'For numbers written without one: 49 for Germany. Empty: such numbers become empty and are counted.',
    },
    profile: {
      label: 'Version of the profile',
      help: 'How the platform wants identifiers written. A rule that changes becomes a new version.',
    },
    profileFromFuture: (platform: string, version: number, known: number) =>
      `The recipe hashes by version ${version} of the profile of ${platform}; this version of Custos knows up to ` +
      `${known}. Update Custos.`,
    withoutPhone: (platform: string) => `${platform} does not match phone numbers. Choose e-mail, or another platform.`,
    withoutMaid: (platform: string, plainOnly: boolean) =>
      plainOnly
        ? `${platform} takes advertising ids in plain text only, and none leaves so. Choose e-mail, or another platform.`
        : `${platform} takes no advertising ids. Choose e-mail, or another platform.`,
  },
  redact: {
    label: 'Redact',
    summary: 'Keeps the column but replaces every value by the same text.',
    describe: (columns: string[], replacement: string) =>
      `Replace every value of ${quotedNames(columns)} by ${JSON.stringify(replacement)}.`,
    replacement: { label: 'Replacement', help: 'The text every row shows instead of its value.' },
  },
  'round-number': {
    label: 'Round numbers',
    summary: 'Rounds numbers to the nearest multiple of a step.',
    describe: (columns: string[], step: number) => `Round ${quotedNames(columns)} to multiples of ${step}.`,
    step: { label: 'Multiples of', help: 'A coarser step makes more people alike.' },
  },
  'group-rows': {
    label: 'Group rows',
    summary: 'Puts people who are alike into groups of at least k, who then read the same in every column.',
    describe: (columns: string[]) =>
      `Put rows into groups of at least k people that read the same in ${quotedNames(columns)}; where they differ, the ` +
      'cell lists the values of the group.',
  },
  'narrow-tables': {
    label: 'Narrow tables',
    summary: 'Writes one of several tables over the same rows, so that differences between them point at nobody.',
    describe: (tables: readonly { name: string; columns: string[] }[], write: string) =>
      `Leave out the rows that fewer than k people share in any of the tables ${listed(
        tables.map(({ name, columns }) => `${quotedNames([name])} (${quotedNames(columns)})`),
      )}; write table ${quotedNames([write])}.`,
    tables: { label: 'Tables', help: 'The name of a table and one of its columns each.' },
    write: {
      label: 'Table to write',
      help: 'The name of the one that this release holds; the others are released by the same recipe.',
    },
    noTables: 'It has no table. Give each table a name and its columns.',
    tooManyTables: (most: number) => `It has more than ${most} tables. Leave some out.`,
    tableName: (name: string) =>
      `${shortName(name)} cannot name a table, as it becomes part of a file’s name: take up to 40 letters, digits, - and _, and ` +
      'not “all”.',
    alike: (name: string, other: string) =>
      `The names ${shortName(name)} and ${shortName(other)} differ in capitals only. Rename one of the tables.`,
    tableMissing: (write: string, names: readonly string[]) =>
      `There is no table ${shortName(write)}. Choose one of ${firstNames(names)}.`,
  },
  /** Lists of values that several operations take. */
  valueLists: {
    valueOfNoColumn: (column: string) => `The lists have a value of ${quotedNames([column])}, which is not drawn.`,
    valueTwice: (column: string) => `The list of ${quotedNames([column])} has a value twice. Remove one of them.`,
    tooFewValues: (column: string) => `The list of ${quotedNames([column])} needs two values at least. Add them.`,
  },
  synthesise: {
    label: 'Synthetic twin',
    summary: 'Draws new rows from noisy counts: nobody’s row is in it, and what one person changes is bounded by ε.',
    describe: (columns: string[], epsilon: number, delta: number) =>
      `Draw new rows of ${quotedNames(columns)} from counts with noise (ε ${epsilon}, δ ${delta}); only values of the ` +
      'step’s lists appear, and “other”.',
    epsilon: { label: 'ε', help: 'How much one person may change the result: 1 is strict, 3 usual, above 10 weak.' },
    delta: { label: 'δ', help: 'The chance that ε does not hold: far below one in the number of people.' },
    values: {
      label: 'Values that may appear',
      help: 'A column and one of its values each; empty for no value. Whatever else the file has counts as the rest.',
    },
    columnNotDrawn: (column: string) =>
      `${quotedNames([column])} is not among the columns: beside drawn rows its values belong to nobody. Add it or drop it.`,
  },
  'suppress-small-classes': {
    label: 'Suppress small classes',
    summary: 'Leaves out rows whose combination of values is rarer than the target k.',
    describe: (columns: string[]) =>
      `Leave out rows whose combination of ${quotedNames(columns)} is shared by fewer than k rows.`,
    columns: { label: 'Quasi-identifiers', help: 'Columns that somebody could know about a person from elsewhere.' },
  },
  'top-bottom-code': {
    label: 'Top and bottom coding',
    summary: 'Cuts extreme numbers off at a bound, because the extremes are the people one recognises.',
    describe: {
      neither: (columns: string[]) => `Cut ${quotedNames(columns)} off.`,
      bottom: (columns: string[], bottom: number) => `Cut ${quotedNames(columns)} off at ${bottom} below.`,
      top: (columns: string[], top: number) => `Cut ${quotedNames(columns)} off at ${top} above.`,
      both: (columns: string[], bottom: number, top: number) =>
        `Cut ${quotedNames(columns)} off at ${bottom} below and at ${top} above.`,
    },
    bottom: { label: 'Bottom', help: 'Smaller numbers become this one; empty for no bound.' },
    top: { label: 'Top', help: 'Larger numbers become this one; empty for no bound.' },
    boundMissing: 'Give a bound at the top, at the bottom, or both.',
    boundsOrder: 'The bound at the bottom must be below the one at the top.',
  },
  'truncate-date': {
    label: 'Truncate dates',
    summary: 'Keeps the month, quarter or year of a date and forgets the rest.',
    describe: {
      hour: (columns: string[]) => `Keep the hour of ${quotedNames(columns)}.`,
      day: (columns: string[]) => `Keep the day of ${quotedNames(columns)}.`,
      week: (columns: string[]) => `Keep the week of ${quotedNames(columns)}.`,
      month: (columns: string[]) => `Keep the month of ${quotedNames(columns)}.`,
      quarter: (columns: string[]) => `Keep the quarter of ${quotedNames(columns)}.`,
      year: (columns: string[]) => `Keep the year of ${quotedNames(columns)}.`,
      decade: (columns: string[]) => `Keep the decade of ${quotedNames(columns)}.`,
    },
    to: {
      label: 'Keep the',
      help: 'A month or more is hard to know about a person from elsewhere.',
      options: {
        hour: 'Hour',
        day: 'Day',
        week: 'Week',
        month: 'Month',
        quarter: 'Quarter',
        year: 'Year',
        decade: 'Decade',
      },
    },
  },
  'truncate-ip': {
    label: 'Truncate IP addresses',
    summary: 'Keeps the network of an IP address (IPv4 /24, IPv6 /48).',
    describe: (columns: string[]) => `Keep the network (IPv4 /24, IPv6 /48) of ${quotedNames(columns)}.`,
  },
  'zip-prefix': {
    label: 'ZIP prefix',
    summary: 'Keeps the first characters of a postal code.',
    describe: (columns: string[], length: number) =>
      `Keep the first ${numbered(length, 'character')} of ${quotedNames(columns)}.`,
    length: { label: 'Characters kept', help: 'Three characters of a postal code usually are a region.' },
  },
};
