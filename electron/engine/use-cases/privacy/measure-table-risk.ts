import type { RiskCheck } from '#shared/domain/risk-check.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { riskOfFile, type AskedPopulation } from '#engine/privacy/risk-of-file.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { heldRows } from './held-rows.ts';

export interface AskedRisk {
  qi?: readonly string[] | undefined;
  sensitive: readonly string[];
  person?: string | undefined;
  k?: number | undefined;
  threshold?: number | undefined;
  population?: number | undefined;
  knowledge?: readonly string[] | undefined;
}

/** Everything that is measured of a table as it is. @param everybody the table that it was drawn from, where there is one */
export async function measureTableRisk(
  table: TableInHand,
  asked: AskedRisk,
  job: JobContext,
  everybody?: TableInHand,
): Promise<RiskCheck> {
  const findings = await table.findings();
  const { population: people, ...columns } = asked;
  const population: AskedPopulation | undefined =
    everybody !== undefined ? { table: everybody } : people === undefined ? undefined : { people };
  const held = await heldRows(table, job.signal);
  const risk = await riskOfFile({
    source: { ...table, relation: held },
    findings,
    qi: columns.qi,
    sensitive: columns.sensitive,
    person: columns.person,
    k: columns.k,
    threshold: columns.threshold,
    knowledge: columns.knowledge,
    population,
    signal: job.signal,
    onProgress: (share) =>
      job.progress({ phase: 'measuring', done: Math.round(share * 100), total: 100, unit: 'percent' }),
  });
  table.holdCount(risk.rows);
  return risk;
}
