import { listed, numbered } from '../numbers.ts';

const reason = ({ why, rows }: { why: string; rows: number }): string => `${rows} ${why}`;

/** `custos audience`. */
export const audienceCommandText = {
  description:
    'a segment as a customer list for a platform: hashed by its profile, in its layout, of people who agreed',
  platform: (known: readonly string[]) => `platform that gets it: ${known.join(', ')}`,
  where: 'COLUMN=VALUE that a row has to say; of several about one column any has to hold, of several columns all',
  purpose: 'purpose, which has to rest on consent and be for targeting',
  callingCode: 'calling code of phone numbers written without one, e.g. 49',
  matchBy: (known: readonly string[]) =>
    `the one kind of identifier to match by: ${known.join(', ')} (default: e-mail and phone, as the platform takes them)`,
  output: 'the list (.csv)',
  today: 'day that ages and consent are reckoned on, YYYY-MM-DD (default: today)',
  workspace: 'workspace whose consent ledger and policy count, and whose register gets the release',
  force: 'replace existing files',
  examples: [
    'custos audience customers.csv --platform google --where "loyalty_segment=gold" -o audience.csv --workspace Acme.custos',
    'custos audience customers.csv --platform meta --where "country=Italy" --calling-code 39 -o audience.csv --workspace ' +
      'Acme.custos --json',
  ],
  noCriterion: (typed: string) =>
    `“${typed.slice(0, 60)}” is no criterion: write --where COLUMN=VALUE, in quotes where there is a blank.`,
  noMatch: (typed: string, known: readonly string[]) =>
    `“${typed.slice(0, 40)}” is nothing that people are matched by: there are ${listed([...known])}.`,
  noCallingCode: 'Give --calling-code as digits only, without plus and zeros: 49 for Germany.',
  /** How many were written, and why each other row was not. */
  written: (rowsOut: number, rowsIn: number, removed: readonly { why: string; rows: number }[]) =>
    `${rowsOut} of ${numbered(rowsIn, 'row')} written; removed: ` +
    `${removed.length === 0 ? 'none' : removed.map(reason).join(', ')}.`,
  match: (label: string, columns: readonly string[], version: number, checkedOn: string, source: string) =>
    `Matched by   ${listed(columns)}, SHA-256 by version ${version} of the profile of ${label} (${source}, read ${checkedOn})`,
  laidOut: (headers: readonly string[], checkedOn: string, source: string) =>
    `Laid out     ${headers.join(', ')} (${source}, read ${checkedOn})`,
  smallest: (label: string, people: number, checkedOn: string) =>
    `Smallest     ${label} uses audiences from ${people} people on (read ${checkedOn})`,
  retention: (label: string, days: number, note: string) =>
    `Keep for     ${days} days: set that number at ${label} when the list is uploaded. ${note}`,
  /** What somebody has to look at, though it does not block. */
  check: (id: string, message: string) => `${id}: ${message}`,
  stillPersonal:
    'Hashes without a key can be undone by guessing: the list is personal data. Delete it once it is uploaded.',
  profileNotConfirmed: (label: string) =>
    `How ${label} wants identifiers written is known at second hand: try one account that you know before you rely on it.`,
  layoutNotConfirmed: (label: string) =>
    `The layout of ${label} is known at second hand: hold it against the platform’s template before the upload.`,
};
