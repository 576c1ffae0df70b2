import type { WithinTerm } from '#shared/contract/datasets.ts';
import type { NumberMark, ValueType } from '#shared/domain/profile.ts';
import type { WrittenForm } from '#shared/domain/written-form.ts';
import { parseLikelyDate } from '#shared/sql/duckdb/parse-date.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { filled } from './column-values.ts';
import { numberSql } from './written-numbers.ts';

/** What a column's bars are of: its numbers, the lengths of its texts, the years of its dates. */
export type ShapeKind = WithinTerm['of'];
export interface ShapedColumn {
  physical: string;
  valueType: ValueType;
  dateForms?: readonly WrittenForm[];
  numberMark?: NumberMark | null;
}

/**
 * SQL of the number that puts a value into its bar: the same where bars are counted and where one of them picks its
 * rows.
 */
export function shapeValue(of: ShapeKind, { physical, dateForms = [], numberMark = null }: ShapedColumn): string {
  const text = filled(quoteIdentifier(physical));
  switch (of) {
    case 'number':
      return numberSql(text, numberMark);
    case 'length':
      return `length(${text})::DOUBLE`;
    case 'year': {
      // Whichever of day and month stands first, the year is the same; of two signs of it nobody knows the century.
      const day = dateForms[0] === undefined ? `TRY_CAST(${text} AS TIMESTAMP)` : parseLikelyDate(text, dateForms[0]);
      return `(CASE WHEN regexp_matches(${text}, '\\d{4}') THEN year(${day})::DOUBLE END)`;
    }
  }
}
