import type { Finding } from '#shared/domain/finding.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { ColumnState } from './hypothesis.ts';
import type { TableContext } from './table-pass/index.ts';

/** Flags from what the column holds, apart from its type: ages under 18 and moments. */
export function addFlags(finding: Finding, column: ColumnState, _table: TableContext, _tools: ValueTools): Finding {
  const flags = new Set(finding.flags);
  if (column.facts.date?.hasTime && finding.category !== 'personal') flags.add('timestamp');
  return { ...finding, flags: [...flags] };
}
