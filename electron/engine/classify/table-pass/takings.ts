import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';

/**
 * Beside the number of a sale, its price and its quantity, an income is what the shop takes, not what a person earns.
 */
export function takingsRules(columns: readonly ColumnState[]): void {
  feesOfCustomers(columns);
  const ofSale: readonly SemanticTypeId[] = ['order_id', 'price', 'quantity'];
  const sold = ofSale.every((type) => columns.some((column) => leads(column, type)));
  if (!sold) return;
  for (const column of columns)
    if (leads(column, 'salary_income'))
      support(column, 'purchase_amount', (best(column)?.score ?? 0) + 0.2, {
        kind: 'table',
        detail: evidenceText.table.takings,
      });
}

/** Words for what is paid for work and for a service alike. */
const feeOrWage = new Set(['ucret', 'ucreti', 'honorar', 'honorarium', 'honoraires', 'honorarios', 'onorario']);
const ofContracts: readonly SemanticTypeId[] = [
  'service_subscription',
  'contract_type',
  'billing_preference',
  'churn_label',
];
const ofEmployees: readonly SemanticTypeId[] = ['employee_id', 'hire_date', 'job_title', 'department', 'job_level'];

/** Beside a tariff and no word of a job, what is paid each month is the price of the service. */
function feesOfCustomers(columns: readonly ColumnState[]): void {
  if (
    !columns.some((column) => leads(column, ...ofContracts)) ||
    columns.some((column) => leads(column, ...ofEmployees))
  )
    return;
  for (const column of columns)
    if (leads(column, 'salary_income') && column.facts.header.tokens.some((token) => feeOrWage.has(token)))
      support(column, 'price', (best(column)?.score ?? 0) + 0.2, {
        kind: 'table',
        detail: evidenceText.table.feeOfCustomer,
      });
}
