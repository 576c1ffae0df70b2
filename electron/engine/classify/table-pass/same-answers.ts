import { evidenceText } from '#shared/text/engine/evidence.ts';
import { booleanWords } from '../column-facts.ts';
import { best, silent, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Different answers that a question is given to choose from. */
const choices = { least: 3, most: 12 };
/** So many columns answered in the same words are questions of one form. */
const leastColumns = 4;
/** Of the words of two columns so many are the same. */
const alike = 0.6;
/** Beside so many facts of health what is chosen may be one, too. */
const fewHealth = 2;
const weak = 0.5;

const untold = (column: ColumnState): boolean => silent(column) && (best(column)?.score ?? 0) < weak;

/** Where no name says what was asked, yes and no may as well be a fact: an illness, a car. */
const yesOrNo = ({ facts }: ColumnState): boolean =>
  facts.header.mute && facts.values.filter((value) => booleanWords.has(value.toLowerCase())).length >= 2;

const offered = (column: ColumnState): boolean => !yesOrNo(column) && isOffered(column);
const isOffered = ({ facts }: ColumnState): boolean =>
  facts.number === null &&
  facts.date === null &&
  facts.distinct >= choices.least &&
  facts.distinct <= choices.most &&
  !facts.kinds.has('long_text') &&
  facts.rows >= 2 * facts.distinct;

const wordsOf = ({ facts }: ColumnState): ReadonlySet<string> =>
  new Set(facts.values.map((value) => value.toLowerCase()));

function sameWords(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= alike * Math.max(left.size, right.size);
}

/** `p_13_a_2`, `F7b`, `sec2_q4`: letters and the number of a question, and what is asked under it. */
const numbered = /^(\p{L}{1,8}[_. -]?)\d{1,3}(?:[_. -]?(?:\p{L}|\d{1,2}))*(?:[_. -]\p{L}*)?$/u;
const stemOf = ({ facts: { header } }: ColumnState): string | undefined =>
  header.mute ? undefined : numbered.exec(header.text)?.[1]?.toLowerCase();

const isChoice = ({ facts }: ColumnState): boolean =>
  facts.number === null &&
  facts.date === null &&
  facts.distinct >= 1 &&
  facts.distinct <= choices.most &&
  facts.rows >= 2 * facts.distinct &&
  !facts.kinds.has('long_text') &&
  !facts.kinds.has('empty');

const asAnswer = (column: ColumnState, detail: string): void =>
  support(column, 'survey_answer', Math.max(0.5, (best(column)?.score ?? 0) + 0.1), { kind: 'neighbour', detail });

/** Columns that no name tells, answered in the same few words, are questions of one form: what is chosen is an answer. */
function inTheSameWords(columns: readonly ColumnState[]): void {
  const open = columns
    .filter((column) => untold(column) && offered(column))
    .map((column) => ({ column, words: wordsOf(column) }));
  for (const { column, words } of open)
    if (open.filter((other) => sameWords(words, other.words)).length >= leastColumns)
      asAnswer(column, evidenceText.table.sameAnswers);
}

/** Columns named by one letter or word and the number of a question, over a few texts each. */
function underOneNumbering(columns: readonly ColumnState[]): void {
  const families = new Map<string, ColumnState[]>();
  for (const column of columns) {
    const stem = stemOf(column);
    if (stem !== undefined && untold(column) && isChoice(column))
      families.set(stem, [...(families.get(stem) ?? []), column]);
  }
  for (const family of families.values())
    if (family.length >= leastColumns)
      for (const column of family) asAnswer(column, evidenceText.table.numberedAnswers);
}

/** Answers to the questions of one form, whatever these are called. Nothing in tables about health. */
export function sameAnswerRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.healthColumns >= fewHealth) return;
  inTheSameWords(columns);
  underOneNumbering(columns);
}
