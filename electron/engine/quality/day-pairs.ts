import type { CheckedColumn } from './checked-column.ts';

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Words of a column that something begins with, each with those of the column that it ends with. */
const ends: Readonly<Record<string, readonly string[]>> = {
  start: ['end', 'stop', 'finish'],
  begin: ['end'],
  from: ['to', 'until', 'till'],
  first: ['last', 'latest'],
  created: ['updated', 'modified', 'changed', 'closed', 'deleted'],
  opened: ['closed'],
  ordered: ['shipped', 'delivered'],
  admission: ['discharge'],
  checkin: ['checkout'],
  arrival: ['departure'],
  anfang: ['ende'],
  beginn: ['ende'],
  von: ['bis'],
  debut: ['fin'],
  inicio: ['fin'],
  inizio: ['fine'],
};

/** Days that somebody plans: they may lie ahead. */
const planned =
  /^(?:end|until|till|to|expir\w*|due|next|renewal|valid|planned|review|bis|ende|fin|fine|departure|checkout)$/;

/** Whether days of a column may lie in the future. */
export const mayLieAhead = ({ name, finding }: CheckedColumn): boolean =>
  finding.type === 'termination_date' || wordsOf(name).some((word) => planned.test(word));

/** Types whose day comes before that of another, of one person. */
const byType: readonly (readonly [string, string])[] = [
  ['date_of_birth', 'date_of_death'],
  ['date_of_birth', 'signup_date'],
  ['date_of_birth', 'hire_date'],
  ['hire_date', 'termination_date'],
];

function isNamedLater(earlier: readonly string[], later: readonly string[]): boolean {
  if (earlier.length !== later.length) return false;
  const different = earlier.flatMap((word, at) => (word === later[at] ? [] : [at]));
  const [at] = different;
  return different.length === 1 && at !== undefined && (ends[earlier[at]!] ?? []).includes(later[at]!);
}

/** Pairs of columns of days of which the first comes before the second, or is the same. */
export function laterPairs(columns: readonly CheckedColumn[]): [CheckedColumn, CheckedColumn][] {
  const days = columns.filter(({ isDate }) => isDate);
  const words = new Map(days.map((column) => [column, wordsOf(column.name)]));
  return days.flatMap((earlier) =>
    days
      .filter(
        (later) =>
          later !== earlier &&
          (byType.some(([first, second]) => earlier.finding.type === first && later.finding.type === second) ||
            isNamedLater(words.get(earlier)!, words.get(later)!) ||
            isLastOfPerson(earlier, later, words.get(later)!)),
      )
      .map((later): [CheckedColumn, CheckedColumn] => [earlier, later]),
  );
}

/** Whoever signed up did so before the last thing that they did: `last_login`. */
const isLastOfPerson = (earlier: CheckedColumn, later: CheckedColumn, words: readonly string[]): boolean =>
  earlier.finding.type === 'signup_date' &&
  wordsOf(earlier.name).some((word) => /^sign(?:ed)?up|^sign|^regist/.test(word)) &&
  words[0] === 'last' &&
  later.finding.type !== 'signup_date';
