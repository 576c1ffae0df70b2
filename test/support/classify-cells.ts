import { classifyTable } from '#engine/classify/classify-table.ts';
import { columnFacts } from '#engine/classify/column-facts.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import type { Finding } from '#shared/domain/finding.ts';

/** Findings by column name, for columns given as functions of the row (0 to 79). */
export async function classifyCells(table: Record<string, (row: number) => string>): Promise<Record<string, Finding>> {
  const columns = Object.entries(table).map(([name, cell], at) =>
    columnFacts(
      name,
      name,
      at,
      Array.from({ length: 80 }, (_, row) => cell(row)),
    ),
  );
  const { findings } = await classifyTable(columns, valueTools(), '2026-06-01');
  return Object.fromEntries(findings.map((finding) => [finding.name, finding]));
}
