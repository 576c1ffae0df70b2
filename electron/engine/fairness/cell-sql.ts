import type { SourceColumn } from '#shared/domain/intake.ts';
import type { YesRule } from '#shared/fairness/yes-rule.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';

/** A cell as text without white space around it; NULL where it is blank. */
export function textOf({ physical }: SourceColumn): string {
  const { functions } = duckDialect;
  return functions.trim([functions['blank-to-null']([quoteIdentifier(physical)], [])], []);
}

/** A cell as a finite number; NULL where it is none. */
export function numberOf(column: SourceColumn, mark: '.' | ','): string {
  const { functions } = duckDialect;
  return functions['parse-number'](
    [textOf(column), quoteText(mark)],
    [{ kind: 'null' }, { kind: 'text', value: mark }],
  );
}

/** Whether a cell counts as yes; NULL where it says nothing (blank, or no number beside a comparison). */
export const isYes = (column: SourceColumn, rule: YesRule, mark: '.' | ','): string =>
  rule.kind === 'number'
    ? `(${numberOf(column, mark)} ${rule.sign} ${rule.than})`
    : `(${textOf(column)} IN (${rule.texts.map(quoteText).join(', ')}))`;
