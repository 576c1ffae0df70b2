import type { PrinciplePlace } from '#shared/contract/principles.ts';
import { recordKindIds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { wantDatasetTab } from '#renderer/state/dataset-tab.ts';
import { goToDataUse, goToKind, goToNotice, goToRecord } from '#renderer/state/register-place.ts';
import { goTo, selectDataset } from '#renderer/state/ui-state.ts';

const isKind = (kind: string): kind is RecordKind => (recordKindIds as readonly string[]).includes(kind);

/** Goes where something can be done about it. */
export function goToPlace({ screen, dataset, record, part, purpose }: PrinciplePlace): void {
  if (dataset !== null) selectDataset(dataset);
  // Of the datasets it is their quality.
  if (screen === 'datasets') wantDatasetTab('quality');
  if (part === 'notice' && purpose !== null) goToNotice(purpose);
  else if (part !== null) goToDataUse(dataset);
  else if (record === null || !isKind(record.kind)) goTo(screen);
  else if (record.id === null) goToKind(record.kind);
  else goToRecord({ kind: record.kind, id: record.id, ...(record.field === null ? {} : { field: record.field }) });
}
