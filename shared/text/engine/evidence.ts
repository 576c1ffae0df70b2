import { count, counted } from '../numbers.ts';

/** What a type of the registry calls its values in the middle of a sentence: its noun, else its label. */
interface Called {
  noun?: string | undefined;
  label: string;
}
const quotedLabel = ({ label }: Called): string => `“${label.toLowerCase()}”`;
const nounOf = (type: Called): string => type.noun ?? quotedLabel(type);
const ofDifferent = (passed: number, of: number): string => `${count(passed)} of ${counted(of, 'different value')}`;
/** Of many different values a check looks at some, spread over all. */
const ofLookedAt = (passed: number, of: number): string => `${ofDifferent(passed, of)} looked at`;

/** What words of names speak of that is no fact of a person (`HarmlessKind`). */
const harmless = {
  taste: 'what somebody likes or chooses',
  bought: 'what was bought',
  used: 'what somebody did with what is offered',
  thing: 'things',
  measured: 'what instruments measure',
};

/** Identifiers that free texts were found to hold. */
const embedded = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  iban: 'IBANs',
  card: 'card numbers',
  socialSecurity: 'social security numbers',
  handle: 'account names',
  title: 'names with a title',
  name: 'names of persons',
  illness: 'names of illnesses',
};
export type EmbeddedKind = keyof typeof embedded;

/** Identifiers that values were found to be or to hold, whatever the column is called. */
const inValues = {
  email: ['an e-mail address', 'e-mail addresses'],
  phone: ['a phone number', 'phone numbers'],
  iban: ['an IBAN', 'IBANs'],
  card: ['a card number', 'card numbers'],
  nationalId: ['a national identification number', 'national identification numbers'],
  name: ['a name of a person', 'names of persons'],
  ip: ['an IP address', 'IP addresses'],
  mac: ['a hardware address', 'hardware addresses'],
} as const;
type InValues = keyof typeof inValues;

/**
 * Why a column was taken for what it was taken for: evidence from its name, its values and people's decisions. No cell
 * value gets here.
 */
export const evidenceText = {
  nameContains: (phrase: string) => `The column name contains “${phrase}”.`,
  /** The words are not in the name as they stand: a short form, another ending, another order. */
  nameMeans: (phrase: string) => `The column name reads like “${phrase}”.`,
  /** No word of the name is known; a known one is written much like it. */
  nameCloseTo: (phrase: string) => `The column name is close to “${phrase}”.`,
  wordRaisesFlag: (word: string, flag: string) => `The word “${word}” in the column name raises the flag ${flag}.`,
  meaningRaisesFlag: (word: string, flag: string) =>
    `The column name reads like “${word}”, which raises the flag ${flag}.`,
  speaksOfChildren: 'The name or the values speak of children, or of those who answer for them.',
  valuesPass: {
    checksum: (passed: number, of: number, type: Called) =>
      `${ofLookedAt(passed, of)} have the check digits or the form of ${nounOf(type)}.`,
    structure: (passed: number, of: number, type: Called) =>
      `${ofLookedAt(passed, of)} are written like ${nounOf(type)}.`,
    vocabulary: (passed: number, of: number, type: Called) =>
      `${ofLookedAt(passed, of)} are ${type.noun ?? `words for ${quotedLabel(type)}`}.`,
    shape: (passed: number, of: number, type: Called) => `${ofLookedAt(passed, of)} could be ${nounOf(type)}.`,
  },
  namesVersion: 'The column name speaks of versions, and the values are written like such.',
  digests: 'Most values are digests: a pseudonym of what the name says.',
  kindsDoNotFit: (kinds: readonly string[]) =>
    `The values are ${kinds.join(', ').replaceAll('_', ' ')}, which does not fit.`,
  fewShortCodes: 'A few short codes that come back, which does not fit.',
  outOfRange: (low: number, high: number) => `Too many values lie outside ${low} to ${high}.`,
  fewAreWhatNameSays: (passed: number, of: number) => `Only ${ofLookedAt(passed, of)} are what the name says.`,
  fewPassChecksum: (passed: number, of: number) =>
    `Only ${ofLookedAt(passed, of)} pass the check; the others may be mistyped, shortened, foreign or made up.`,
  agesUnder: (values: number, majority: number) =>
    `${count(values)} of the values looked at ${values === 1 ? 'means an age' : 'mean ages'} under ${majority}.`,
  textsHold: (of: number, found: readonly { kind: EmbeddedKind; count: number }[]) => {
    const held = found.map((one) => `${count(one.count)} ${one.count === 1 ? 'holds' : 'hold'} ${embedded[one.kind]}`);
    return `Of ${counted(of, 'different text')} looked at, ${held.join(', ')}.`;
  },
  valuesHold: (kind: InValues, hits: number, of: number, are: boolean) =>
    `${ofDifferent(hits, of)} ${hits === 1 ? (are ? 'is' : 'holds') : are ? 'are' : 'hold'} ` +
    `${inValues[kind][hits === 1 ? 0 : 1]}, whatever the column is called.`,
  rowsHold: (kind: InValues, rows: number) =>
    `Outside the sample, at least ${counted(rows, 'row')} ${rows === 1 ? 'holds' : 'hold'} ` +
    `${inValues[kind][rows === 1 ? 0 : 1]}.`,
  textsNamePersons: (texts: number, of: number) =>
    `${count(texts)} of ${counted(of, 'text')} name a person and speak of her or him.`,

  undecided:
    'Only the lack of a known word speaks for non-PII: it counts as linkable until somebody decides what it is.',
  strictPolicy: 'GDPR-strict: an online identifier counts as personal data (Recital 30).',
  accepted: (by: string, day: string) => `Accepted by ${by} on ${day}.`,
  acceptedBecause: (by: string, day: string, reason: string) => `Accepted by ${by} on ${day}. Reason: ${reason}`,
  decided: (by: string, day: string) => `Decided by ${by} on ${day}.`,
  decidedBecause: (by: string, day: string, reason: string) => `Decided by ${by} on ${day}. Reason: ${reason}`,

  /** What the shape of the values alone says. */
  shape: {
    empty: 'No cell holds a value.',
    constant: 'Every row looked at holds the same value.',
    yesAndNo: 'Only values that mean yes or no.',
    moments: 'The values are moments.',
    dates: 'The values are dates.',
    countRows: 'Whole numbers that grow from row to row.',
    years: 'The values are years.',
    numberOfItsOwn: 'Whole numbers that hardly repeat.',
    numbers: 'The values are numbers.',
    json: 'Every value is written like JSON.',
    randomKeys: 'Long random keys.',
    digests: 'Digests: a pseudonym of something that nothing names.',
    epochs: 'Numbers that count the seconds since 1970.',
    codeOfItsOwn: 'Codes that hardly repeat.',
    sentences: 'The values are sentences.',
    repeat: 'A few different values that repeat.',
    unrecognised: 'Texts of no recognised kind.',
  },

  /** What the other columns of the table, or what its rows are, say of a column. */
  table: {
    namesBirthHoldsYears: 'The name says date of birth and the values are years.',
    spreadLikeAges: 'The only column without a telling name that is spread like ages.',
    datesOverYears: (years: number) =>
      `Dates in a table of persons; the middle nine tenths of their years lie ${counted(years, 'year')} apart.`,
    yearsOfBirth: 'Years spread over generations, in a table of persons.',
    numbersLikeAges: 'Whole numbers spread like ages, in a table of persons.',
    numberedItems: 'One of several items of a questionnaire: numbered, and answered on the same scale.',
    oneOfManyStatements: 'One of many columns that put statements or codes of one questionnaire to people.',
    namedLikeValue: 'The name is a value of this fact, kept as yes or no.',
    sameAnswers: 'One of several columns answered in the same words.',
    numberedAnswers: 'One of several columns named by the number of a question, over a few answers.',
    sameScale: 'One of a block of columns rated on the same scale.',
    ranked: 'Beside columns with which it shares out the places from the first to the last in each row: a ranking.',
    mostlyZero: 'One of a block of counts of which many are zero.',
    likePhoneNumbers: 'Written like phone numbers, in a table of persons.',
    digitsLikePhoneNumbers: 'Digits after a nought, as phone numbers are written.',
    digitsBesideNames: 'Long numbers in no order beside names of persons, written like phone numbers.',
    nameBesideContact: 'A name beside a phone number or an e-mail address.',
    partBesidePart: 'One part of a name beside the other.',
    capitalisedWords: 'Two to four capitalised words, many of them first names.',
    wordsAndNumber: 'Words and a number at their end in nearly every value, beside names of persons.',
    wordOfItsOwn: 'Single words of their own in many rows, some with digits, in a table with e-mail addresses.',
    dateOfPatients: 'A date in a table of patients.',
    whyTheyCame: 'Why a patient came.',
    insurer: 'Who insures a patient.',
    outcome: 'The outcome column of a table of health data.',
    besideDiseases: 'Nothing names this column, but it stands in a table of persons with their diseases or medicines.',
    healthText: 'Free text in a table of health data.',
    numberedPersons: 'The values are numbered persons.',
    codedFact: 'A coded fact about a person is still that fact.',
    keyOfPersons: 'The key of a table whose rows are persons.',
    likeKeyOfPersons: 'Looks like the key of a table whose rows are persons.',
    keyOfDeed: 'One row is what a person did, and persons have several: the number is that of the row.',
    dateOfOrder: 'A date in a table whose rows are orders.',
    keyOfNamed: 'The name is a word for a person and one for a number.',
    keyOfThing: 'The name begins or ends like a key, and the values hardly repeat.',
    dateOfEmployee: 'A date in a table with one row for each employee.',
    feeOfCustomer: 'Beside a tariff, and no word of a job: what the customer pays.',
    noOtherPersonal: 'No column that only persons have stands beside it: it tells of goods.',
    signOfBlood: 'Positive and negative, among columns about health: what was found.',
    takings: 'Beside the number, price and quantity of a sale: what the shop takes.',
    namesAgeHoldsGroups: 'The name says age, and the values are a few texts: groups of ages.',
    markInSubject: 'The name is a subject taught at schools, over marks.',
    organisations: 'The name may be anybody’s, and the values name organisations.',
    nameOfRole: 'The name asks for a name, and says what its bearer is to the person or does.',
    holdsSurnames: 'Most values hold the surname that another column of their row has.',
    favourite: 'The name asks what somebody likes best.',
    resultOfPatient: 'A result or a note in rows that hang on a patient.',
    codesOfAges: 'Whole numbers up to nine in so many rows are groups of ages, not ages.',
    findingOfPatients: 'One of many short names over yes and no, or over codes, in a table of patients.',
    amongHealth: 'Most columns that are known in this table are about health, and this may be as well.',
    amongLabValues: 'A measured figure among laboratory values.',
    recordOfCare: 'Part of a record of a patient’s care.',
    nameBesideParts: 'A name beside first and last names.',
    titleOfContact: 'A title beside the name and address of a person.',
    costOfPatients: 'Costs in a table of patients.',
    codeAndPlace: 'A postal code and a place in one cell.',
    contractOfEmployee: 'A contract in a table of employees.',
    keyOfAnother: 'The name holds a word for keys.',
    momentsOfContact: 'The values say when, and the name speaks of contact.',
    firstAndLastNames: 'Most values hold a first and a last name together.',
    hostsHaveFirstNames: 'At least half of the hosts have first names of persons.',
    besideMoreFirstNames: 'Stands beside another column of first names.',
    besideFirstNames: 'Stands near the first names and holds varied single names.',
    addressesNamePerson: (addresses: number, rows: number) =>
      `${count(addresses)} of ${counted(rows, 'address', 'addresses')} hold the name of the person in their row.`,
    latitudeAndLongitude: 'A pair of neighbouring columns in the ranges of latitude and longitude.',
    asLongAsPostalCodes: 'Codes as long as postal codes, near places or what people do.',
    placeNames: 'Place names beside other parts of an address.',
    rowsAreBusinesses: 'The rows of this table are businesses.',
    onlyBusinesses: 'The rows of this table are businesses, and no column is one that only persons have.',
    sumsOfPlace: 'One row is a place and a time, not a person: what stands in it is of many.',
    onlyGoods: 'The rows of this table are goods, and no column is one that only persons have.',
    opinionAbout: 'The name asks what somebody thinks of the matter, not for the matter itself.',
    offerAbout: 'The name speaks of what is offered on the matter, not of a person.',
    writtenOtherwise: 'The values are written otherwise than expected, which is no proof against the name.',
    saltedHash: 'Digests with a short random code beside each: hashed passwords and their salts.',
    domainLogin: 'Written like the login names of a domain.',
    dialled: 'Written as phone numbers are dialled.',
    scaleNotFact: 'The values are steps of a scale, and a single word of the name is too little for a fact.',
    shiftedHeader: 'The header of the column before fits these values; both columns deny their own.',
    stepsOfScale: 'At least half of the different answers are steps of a scale.',
    factAsked: 'The name asks for a fact about the person, and the values are such.',
    protectedQuestion: 'A question about something the law protects.',
    question: 'The column name is a question put to a person.',
    numberedQuestion: 'One of many numbered questions.',
    continuesQuestion: 'Continues the question in the column before.',
    unnamedCode:
      'Codes that hardly repeat and that nothing names, in a table of persons: they may be numbers of documents or ' +
      'accounts.',
    heightAndWeight: 'Two neighbours spread like heights and weights of people, and who is taller weighs more.',
    agesAmongChoices: 'Whole numbers spread like ages, among columns of a few different answers each.',
    keyOfDoers: 'A key that comes back, in rows that each have a day or a moment: it may be that of who did it.',
    nothingOfHealth: 'The name has two senses, and nothing else in the table is about health.',
    nothingOfCrime: 'The name has two senses, and nothing else in the table is about a crime.',
    wholeAddress: 'Written as addresses are: with a number, and with the place that another column holds by itself.',
    lettersOfGender: 'One letter for men and one for women.',
    readingOfName: 'A name in signs, and beside it how it is read.',
    hanSurnames: 'Short names in Chinese characters, many of them known surnames.',
    formOfNationalId: 'Written as national identity numbers are, and hardly anything else.',
    harmlessWord: (word: string, kind: keyof typeof harmless) =>
      `The word “${word}” in the column name speaks of ${harmless[kind]}, not of a fact of a person.`,
    leftOver: 'One row is one person: what differs from row to row tells of the person, whatever it is.',
    unnamedAmongPersons: 'Nothing names this column, but the columns around it describe persons.',
    keysComeBack: 'Random keys that come back, in a log of page views.',
    randomKeyOfItsOwn: 'Random keys of which most are used once, in a log.',
  },
};
