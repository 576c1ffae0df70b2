/**
 * Identity, travel, driving and payment numbers of people who do not exist. Check digits are right, so that the numbers
 * look genuine to a recogniser; the ranges are ones no authority gives out, so that none can belong to anybody.
 */

/** A Luhn check digit is appended to `body` (ISO/IEC 7812-1). */
export function withLuhn(body) {
  let sum = 0;
  for (let position = 0; position < body.length; position += 1) {
    const digit = Number(body[body.length - 1 - position]);
    const doubled = position % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + String((10 - (sum % 10)) % 10);
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const FISCAL_MONTHS = 'ABCDEHLMPRST';
const FISCAL_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const plainLetters = (text) =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();

function consonantsFirst(text, length) {
  const letters = plainLetters(text);
  const ordered = letters.replace(/[AEIOU]/g, '') + letters.replace(/[^AEIOU]/g, '');
  return ordered.padEnd(length, 'X').slice(0, length);
}

/** Italy: codice fiscale with the place code Z999, which names no country. */
function codiceFiscale(person) {
  const [year, month, day] = person.born.split('-');
  const dayCode = Number(day) + (person.gender === 'female' ? 40 : 0);
  const body =
    consonantsFirst(person.lastName, 3) +
    consonantsFirst(person.firstName, 3) +
    year.slice(2) +
    FISCAL_MONTHS[Number(month) - 1] +
    String(dayCode).padStart(2, '0') +
    'Z999';
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const code = body.charCodeAt(index);
    const value = code < 58 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? FISCAL_ODD[value] : value;
  }
  return body + String.fromCharCode(65 + (sum % 26));
}

/**
 * Germany: tax identification number with a leading 0, which the tax authority keeps for tests (ISO 7064 mod 11,10).
 */
function steuerId(digits) {
  // Exactly one of the ten digits occurs twice, as the rule asks: nine different digits after the zero, the first of
  // them again.
  const pool = [...'123456789'];
  let body = '0';
  for (let index = 0; index < 8; index += 1) body += pool.splice(digits(0, pool.length - 1), 1)[0];
  body += body[1];
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return body + String((11 - product) % 10);
}

/** France: NIR with place of birth 99 990, which is in no list of countries (mod 97). */
function nir(person, digits) {
  const [year, month] = person.born.split('-');
  const body = `${person.gender === 'female' ? 2 : 1}${year.slice(2)}${month}99990${String(digits(1, 999)).padStart(3, '0')}`;
  return body + String(97 - Number(BigInt(body) % 97n)).padStart(2, '0');
}

/** Netherlands: BSN in 9999…, the range of the official test persons (11-test). */
function bsn(digits) {
  for (;;) {
    const body = '9999' + String(digits(0, 9999)).padStart(4, '0');
    const check = [...body].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 11;
    if (check < 10) return body + String(check);
  }
}

/**
 * The national identity number of `person` as written in `country` (ISO 3166 alpha-2).
 * @param {(low: number, high: number) => number} digits a seeded source of whole numbers
 */
export function nationalId(country, person, digits) {
  switch (country) {
    case 'US': // Never a social security number (area 9xx), nor a taxpayer number (group 01–49).
      return (
        `9${String(digits(0, 99)).padStart(2, '0')}-${String(digits(1, 49)).padStart(2, '0')}-` +
        `${String(digits(1, 9999)).padStart(4, '0')}`
      );
    case 'GB': // QQ is the prefix the tax office uses in its own examples.
      return (
        `QQ ${String(digits(0, 99)).padStart(2, '0')} ${String(digits(0, 99)).padStart(2, '0')} ` +
        `${String(digits(0, 99)).padStart(2, '0')} ${'ABCD'[digits(0, 3)]}`
      );
    case 'DE':
      return steuerId(digits);
    case 'FR':
      return nir(person, digits);
    case 'IT':
      return codiceFiscale(person);
    case 'ES': {
      const number = 99_900_000 + digits(0, 99_999);
      return String(number) + DNI_LETTERS[number % 23];
    }
    case 'NL':
      return bsn(digits);
    default:
      throw new Error(`no national id is known for ${country}`);
  }
}

/** A passport number in the country's shape; the run of zeros marks it as invented. */
export function passport(country, digits) {
  const tail = String(digits(0, 9999)).padStart(4, '0');
  return {
    US: `X0000${tail}`,
    GB: `00000${tail}`,
    DE: `C0000${tail}`,
    FR: `00XX0${tail}`,
    IT: `YZ000${tail}`,
    ES: `XZZ00${tail}`,
    NL: `NX000${tail}`,
  }[country];
}

/**
 * A driving licence number in the country's shape; Great Britain's 16 characters follow the holder's name and date of
 * birth.
 */
export function drivingLicence(country, person, digits) {
  const tail = String(digits(0, 99_999)).padStart(5, '0');
  if (country === 'GB') {
    const [year, month, day] = person.born.split('-');
    const sexMonth = String(Number(month) + (person.gender === 'female' ? 50 : 0)).padStart(2, '0');
    return (
      `${plainLetters(person.lastName).padEnd(5, '9').slice(0, 5)}${year[2]}${sexMonth}${day}${year[3]}` +
      `${plainLetters(person.firstName)[0]}999ZZ`
    );
  }
  return {
    US: `X00${tail}`,
    DE: `X000${tail}X1`,
    FR: `0000000${tail}`,
    IT: `XX00${tail}Z`,
    ES: `999${tail}${DNI_LETTERS[Number(`999${tail}`) % 23]}`,
    NL: `00000${tail}`,
  }[country];
}

// The issuer prefixes of the card networks' published test cards.
const TEST_CARDS = [
  ['424242', 16],
  ['411111', 16],
  ['555555', 16],
  ['222300', 16],
  ['378282', 15],
];

/** A payment card number that passes the Luhn check and starts like a published test card. */
export function testCard(digits) {
  const [prefix, length] = TEST_CARDS[digits(0, TEST_CARDS.length - 1)];
  let body = prefix;
  while (body.length < length - 1) body += String(digits(0, 9));
  return withLuhn(body);
}
