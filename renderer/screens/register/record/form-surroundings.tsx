import { useMemo, type ReactNode } from 'react';
import { useDatasets, usePurposes, useWorkspace } from '#renderer/client/queries.ts';
import { useRecords } from '#renderer/client/records.ts';
import { RecordFormSurroundings, type RecordFormContext } from '../form/record-form-context.ts';
import { createRecord } from '../list/create-record.ts';

/** Gives every field below what it may ask for: other records, names of datasets and purposes, who answers. */
export function FormSurroundings({ readOnly, children }: { readOnly: boolean; children: ReactNode }) {
  const { data: records } = useRecords();
  const { data: datasets } = useDatasets();
  const { data: purposes } = usePurposes();
  const { data: workspace } = useWorkspace();
  const operator = workspace?.operator ?? '';
  const context = useMemo<RecordFormContext>(() => {
    const named = {
      datasets: new Map((datasets ?? []).map(({ id, name }) => [id, name])),
      purposes: new Map((purposes ?? []).map(({ id, title }) => [id, title])),
    };
    return {
      readOnly,
      operator,
      mine: () => ({ from: 'person', by: operator, at: new Date().toISOString() }),
      recordsOf: (kind) => (records ?? []).filter((record) => record.kind === kind),
      create: (kind, name) => createRecord(kind, name, operator),
      namesOf: (source) => named[source],
    };
  }, [readOnly, operator, records, datasets, purposes]);
  return <RecordFormSurroundings value={context}>{children}</RecordFormSurroundings>;
}
