import { Failure } from '#shared/contract/failure.ts';
import type { ConsentForm } from '#shared/domain/consent.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { consentText as text } from '#shared/text/engine/consent.ts';
import { findColumns, type AskedColumns, type NamedColumns } from '#engine/consent/find-columns.ts';
import { readDocuments } from '#engine/consent/read-documents.ts';
import type { ReadPlace } from '#engine/consent/read-event.ts';
import { readTable } from '#engine/consent/read-table.ts';
import type { TcfAsked } from '#engine/consent/tcf.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile } from '#engine/tables/from-file.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { KeyColumn } from './people-of-dataset.ts';

/** What is asked of a source of consent. */
export interface AskedSource {
  grantId?: string | undefined;
  options?: Partial<IntakeOptions> | undefined;
  form?: ConsentForm | undefined;
  columns: NamedColumns;
  tcf?: TcfAsked | undefined;
  asOf?: string | undefined;
}

/** A source as it is read: what every place says, in their order. */
export interface ReadSource {
  form: ConsentForm;
  file: { name: string; sha256: string } | null;
  chosen: Record<string, string[]>;
  places: AsyncIterable<ReadPlace> | Iterable<ReadPlace>;
}

/**
 * Opens what consent is read from, for the length of `work`: a file of receipts or records, a table in a file, or the
 * dataset's own columns.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE, and what reading a file throws
 */
export async function withConsentSource<T>(
  state: EngineSession,
  job: JobContext,
  { dataset, key, asked }: { dataset: TableInHand; key: KeyColumn; asked: AskedSource },
  work: (source: ReadSource) => Promise<T>,
): Promise<T> {
  const { grantId, form: wanted } = asked;
  const read = async (table: TableInHand, form: AskedColumns['form'], file: ReadSource['file']): Promise<T> => {
    const { table: columns, chosen } = findColumns({
      where: table.fileName,
      columns: table.columns,
      findings: await table.findings(),
      named: file === null ? { ...asked.columns, key: key.column } : asked.columns,
      form,
      datasetKey: { column: key.column, type: key.type },
      tcf: asked.tcf,
      policyOn: (day) => state.policyOn(day),
      asOf: asked.asOf ?? null,
    });
    return work({ form, file, chosen, places: readTable(table.duck, table.relation, columns, job.signal) });
  };
  if (wanted === 'kantara' || wanted === 'iso-27560') {
    if (grantId === undefined) throw new Failure('WRONG_USAGE', text.fileNeeded);
    const { fileName, sha256, places } = await readDocuments(state.grants.readPath(grantId, 'source'), wanted);
    return work({ form: wanted, file: { name: fileName, sha256 }, chosen: {}, places });
  }
  if (grantId === undefined) return read(dataset, wanted ?? 'columns', null);
  return withFile(
    state,
    { grantId, options: asked.options },
    jobPart(job, 0, 50),
    async (table) => {
      const done = await read(table, wanted ?? 'file', { name: table.fileName, sha256: table.sha256 });
      await table.unchanged?.();
      return done;
    },
    { forRelease: true },
  );
}
