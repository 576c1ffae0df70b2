import type { Codebook, CodebookVariable } from '#shared/codebooks/codebook.ts';
import { variablesFor } from '#shared/codebooks/match-codebook.ts';
import { matchHeader } from '#shared/header-language/header-index.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { semanticTypeById, semanticTypes } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { codebooksText } from '#shared/text/engine/codebooks.ts';
import { checkValues } from '#engine/classify/check-values.ts';
import { contradicted } from '#engine/classify/evidence/channels/contradicted.ts';
import { support, type ColumnState } from '#engine/classify/hypothesis.ts';

/**
 * What a codebook's word weighs: a type it names, codes whose meanings are known words, a label read like a column name
 * (a short one may mislead).
 */
const weight = { type: 1.5, codes: 1.3, label: 1.1 };
/** Labels below this say nothing clear. */
const clearLabel = 0.5;
const fewestMeanings = 2;

const meaningsOf = (name: string) => matchHeader(knownHeaders(), parseHeader(name));

/** Whether a column name means something to people: `age` does, `RIDAGEYR` does not. */
export const isWord = (name: string): boolean => meaningsOf(name).length > 0;

function byLabel(column: ColumnState, { label }: CodebookVariable, title: string): void {
  const [first] = meaningsOf(label);
  if (first && !first.weak && first.score >= clearLabel)
    support(column, first.type, weight.label * Math.min(1, first.score), {
      kind: 'codebook',
      detail: codebooksText.describesWith(title, first.phrase),
    });
}

/**
 * Known words among the meanings of the codes that the column really has: `1` and `2` that stand for male and female.
 */
function byCodes(column: ColumnState, { codes }: CodebookVariable, title: string, tools: ValueTools): void {
  const { facts } = column;
  const known = facts.values.flatMap((value, at) => {
    const meaning = Object.hasOwn(codes, value)
      ? codes[value]
      : Object.hasOwn(codes, value.replace(/\.0+$/, ''))
        ? codes[value.replace(/\.0+$/, '')]
        : undefined;
    return meaning === undefined ? [] : [{ meaning, count: facts.counts[at] ?? 1 }];
  });
  if (known.length < fewestMeanings || known.length < 0.5 * facts.values.length) return;
  const decoded = { ...facts, values: known.map(({ meaning }) => meaning), counts: known.map(({ count }) => count) };
  for (const type of semanticTypes) {
    if (type.columnRule?.strength !== 'vocabulary') continue;
    const { share } = checkValues(type, decoded, tools);
    if (share >= type.columnRule.minShare)
      support(column, type.id, weight.codes * share, {
        kind: 'codebook',
        detail: codebooksText.decodesInto(title, type.label),
      });
  }
}

/** Lets a codebook say what the columns are that it describes. */
export function codebookRules(columns: readonly ColumnState[], book: Codebook, tools: ValueTools): void {
  const variables = variablesFor(
    book,
    columns.map(({ facts }) => facts.header.text),
  );
  for (const [at, column] of columns.entries()) {
    const variable = variables[at];
    if (!variable || column.facts.kinds.has('empty')) continue;
    const type = variable.type === undefined ? undefined : semanticTypeById(variable.type);
    // A column that was generalised since (ages in bands) is no longer what the codebook describes.
    const fits =
      type &&
      !contradicted(type, column.facts, tools) &&
      (column.facts.kinds.has('boolean') || type.accepts.some((kind) => column.facts.kinds.has(kind)));
    if (type && fits) {
      column.told = type.id;
      support(column, type.id, weight.type, { kind: 'codebook', detail: codebooksText.namesItSo(book.title) });
    } else {
      byLabel(column, variable, book.title);
      byCodes(column, variable, book.title, tools);
    }
  }
}
