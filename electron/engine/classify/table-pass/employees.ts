import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Dates that systems write about their rows, not about the persons in them. */
const ofSystems =
  /(?:^|_|\b)(?:fivetran|sync\w*|update[ds]?|modified|created|inserted|extract\w*|load\w*|geandert|modifi\w*|actualiz\w*|aggiorn\w*|atualiz\w*)/i;

/**
 * In a table of employees a contract is the one he or she works under, and a date belongs to the working life where
 * each has but one row.
 */
export function employeeRules(columns: readonly ColumnState[], table: TableContext): void {
  if (
    table.entity !== 'person' ||
    table.role !== 'employee' ||
    !columns.some((column) => leads(column, 'employee_id', 'hire_date', 'salary_income'))
  )
    return;
  const oneRowEach =
    columns.some(
      (column) => leads(column, 'hire_date', 'full_name', 'date_of_birth') && column.facts.uniqueness > 0.3,
    ) &&
    columns.every((column) => !leads(column, 'employee_id') || column.facts.uniqueness > 0.9 || column.facts.rows < 20);
  for (const column of columns) {
    const { facts } = column;
    if (leads(column, 'contract_type'))
      support(column, 'employment_type', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.contractOfEmployee,
      });
    if (
      oneRowEach &&
      facts.date &&
      !facts.date.hasTime &&
      !facts.header.mute &&
      best(column)?.type === 'date_event' &&
      !ofSystems.test(facts.header.text)
    )
      support(column, 'hr_date', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.dateOfEmployee,
      });
  }
}
