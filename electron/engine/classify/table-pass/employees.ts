import { wordList } from '#shared/domain/word-list.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** Dates that systems write about their rows, not about the persons in them. */
const ofSystems =
  /(?:^|_|\b)(?:fivetran|sync\w*|update[ds]?|modified|created|inserted|extract\w*|load\w*|geandert|modifi\w*|actualiz\w*|aggiorn\w*|atualiz\w*)/i;

/** Words for what an employer pays; incomes are known of others as well. */
const wages = new Set(
  wordList(`
    salary wage wages payroll gehalt lohn stipendio sueldo salario salaire loon salaris lon lonn palkka plat mzda pensja
    wynagrodzenie maas salariu fizetes placa зарплата
  `),
);
const isWage = (column: ColumnState): boolean =>
  leads(column, 'salary_income') && column.facts.header.tokens.some((token) => wages.has(token));

/**
 * In a table of employees a contract is the one he or she works under, and a date belongs to the working life where
 * each has but one row.
 */
export function employeeRules(columns: readonly ColumnState[], table: TableContext): void {
  if (
    table.entity !== 'person' ||
    !(table.role === 'employee' || columns.some(isWage)) ||
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
      !facts.header.mute &&
      (best(column)?.type === 'date_event' || (best(column)?.type === 'timestamp' && best(column)?.header === 0)) &&
      !ofSystems.test(facts.header.text)
    )
      support(column, 'hr_date', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.dateOfEmployee,
      });
  }
}
