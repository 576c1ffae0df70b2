import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** The contract of an employee is the one he or she works under, not what a customer has signed. */
export function employeeRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity !== 'person' || table.role !== 'employee' || !columns.some((column) => leads(column, 'employee_id', 'hire_date', 'salary_income'))) return;
  for (const column of columns) if (leads(column, 'contract_type')) support(column, 'employment_type', (best(column)?.score ?? 0) + 0.1, { kind: 'table', detail: evidenceText.table.contractOfEmployee });
}
