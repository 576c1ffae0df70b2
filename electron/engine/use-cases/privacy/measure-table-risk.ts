import type { Risk } from '#shared/domain/risk.ts';
import { riskOfFile } from '#engine/privacy/risk-of-file.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** k, unique rows and re-identification risk of a table as it is. */
export async function measureTableRisk(
  table: TableInHand,
  asked: {
    qi?: readonly string[] | undefined;
    sensitive: readonly string[];
    person?: string | undefined;
    k?: number | undefined;
  },
  signal: AbortSignal,
): Promise<Risk> {
  const { qi, sensitive, person, k } = asked;
  const findings = await table.findings();
  const risk = await riskOfFile({ source: table, findings, qi, sensitive, person, k, signal });
  table.holdCount(risk.rows);
  return risk;
}
