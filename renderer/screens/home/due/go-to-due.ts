import type { DueListed } from '#shared/contract/due.ts';
import { screens } from '#shared/domain/screens.ts';
import { recordKindIds } from '#shared/register/record-kinds/index.ts';
import { wantDatasetTab } from '#renderer/state/dataset-tab.ts';
import { goToRecord } from '#renderer/state/register-place.ts';
import { goTo, selectDataset } from '#renderer/state/ui-state.ts';

/** Length of a dataset's id, which the ids of its findings begin with. */
const idLength = 36;

/** To where a task is done. */
export function goToDue({ kind, id, screen }: DueListed): void {
  if (kind === 'quality') {
    selectDataset(id.slice(0, idLength));
    wantDatasetTab('quality');
    goTo('datasets');
    return;
  }
  const record = recordKindIds.find((one) => id.startsWith(`${one}-`));
  if ((kind === 'review' || kind === 'assessment') && record !== undefined) {
    goToRecord({ kind: record, id: id.slice(record.length + 1) });
    return;
  }
  const place = screens.find((one) => one.id === screen);
  if (place !== undefined) goTo(place.id);
}
