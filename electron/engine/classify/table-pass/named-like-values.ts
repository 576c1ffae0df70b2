import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Facts with few values, which are kept as a column of yes and no for each. */
const kept: readonly SemanticTypeId[] = [
  'job_title',
  'education_level',
  'marital_status',
  'religion',
  'race_ethnicity',
  'employment_status',
  'nationality',
];
const leastColumns = 3;
/** Anything stronger that speaks for a column has its way. */
const weak = 0.5;

/** The words of a name as a value would have them: `graphic_designer`, `isMarried`. */
const asValue = ({ facts }: ColumnState): string =>
  facts.header.text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_.]+/g, ' ')
    .replace(/^(?:is|has) /i, '')
    .trim();

/**
 * Several columns of yes and no that are each called by a value of one fact (`graphic_designer`, `web_developer`) are
 * that fact, in a table of persons.
 */
export function namedLikeValues(columns: readonly ColumnState[], table: TableContext, tools: ValueTools): void {
  if (table.entity !== 'person') return;
  const flags = columns.filter((column) => column.facts.kinds.has('boolean') && (best(column)?.score ?? 0) < weak);
  for (const type of kept) {
    const check = semanticTypeById(type)?.valueCheck;
    const named = check ? flags.filter((column) => check(asValue(column), tools)) : [];
    if (named.length < leastColumns) continue;
    const told = type === 'job_title' ? 'occupation' : type;
    for (const column of named)
      support(column, told, (best(column)?.score ?? 0) + 0.15, {
        kind: 'vocabulary',
        detail: evidenceText.table.namedLikeValue,
      });
  }
}
