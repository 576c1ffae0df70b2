import { evidenceText } from '#shared/text/engine/evidence.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { best, silent, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

const shapes = typeSet('unknown', 'numeric_metric', 'boolean_flag', 'free_text');
/** Names of so many words, in so many columns and such a share of the table, are what a form asks. */
const words = 2;
const statements = { columns: 6, share: 0.6, meanWords: 2.2 };
/** Different answers (and rows for each) of what may be chosen from. */
const choice = { distinct: 15, times: 3 };

const isStatement = (column: ColumnState): boolean =>
  column.facts.header.text.split(/\s+/).length >= words && silent(column) && shapes.has(best(column)?.type ?? '');

/** Some of a few answers, or a person's own words. */
const isAnswer = ({ facts }: ColumnState): boolean =>
  facts.kinds.has('long_text') ||
  facts.kinds.has('boolean') ||
  (facts.distinct <= choice.distinct && facts.rows >= choice.times * facts.distinct);

/** Whether a name ends like those of its neighbours: `trust_people_2016`, `helpful_people_2016`. */
const ending = /[_ .-](\p{L}?\d{1,4}|\p{L}{1,3}\d{0,2})$/u;
const leastOfOneEnding = 10;
const highestCode = 10;

/** Many columns of small whole numbers whose names end alike are one questionnaire of one wave. */
function waves(columns: readonly ColumnState[]): ColumnState[] {
  const byEnding = new Map<string, ColumnState[]>();
  for (const column of columns) {
    const end = ending.exec(column.facts.header.text)?.[1];
    const { number, distinct } = column.facts;
    if (end === undefined || !number?.whole || number.min < 0 || number.max > highestCode || distinct > highestCode)
      continue;
    byEnding.set(end, [...(byEnding.get(end) ?? []), column]);
  }
  return [...byEnding.values()].filter((alike) => alike.length >= leastOfOneEnding).flat();
}

/**
 * A form without question marks: most columns are called by statements of several words that no type has (`Gives
 * feedback`, `Критикует других`), over a few answers or own words; or end alike, over codes of answers.
 */
export function statementRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person' && table.entity !== 'other') return;
  const said = columns.filter(isStatement);
  const length = said.reduce((sum, { facts }) => sum + facts.header.text.split(/\s+/).length, 0) / said.length;
  const isForm =
    said.length >= statements.columns &&
    said.length >= statements.share * columns.length &&
    length >= statements.meanWords &&
    said.filter(isAnswer).length >= 0.8 * said.length;
  const asked = isForm ? said.filter(isAnswer) : [];
  for (const column of new Set([
    ...asked,
    ...waves(columns).filter((column) => silent(column) && shapes.has(best(column)?.type ?? '')),
  ]))
    support(column, 'survey_answer', (best(column)?.score ?? 0) + 0.1, {
      kind: 'neighbour',
      detail: evidenceText.table.oneOfManyStatements,
    });
}
