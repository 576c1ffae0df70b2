import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '../check-file.ts';
import { runWorker } from './run-worker.ts';
import type { ListedSheet } from './sheet-list.ts';

/**
 * A workbook's sheets in the order of its tabs; its directory and its parts are read in the worker.
 * @throws Failure FILE_DAMAGED, FORMAT_UNKNOWN for a ZIP package that is no workbook, JOB_CANCELLED on abort
 */
export async function sheetsOf(file: CheckedFile, signal?: AbortSignal): Promise<ListedSheet[]> {
  const sheets: ListedSheet[] = [];
  const damaged = workbookText.sheetListDamaged(file.fileName);
  await runWorker(file, { kind: 'sheets' }, { signal, damaged, onSheets: (found) => void sheets.push(...found) });
  if (sheets.length === 0) throw new Failure('FILE_EMPTY', workbookText.noSheet(file.fileName));
  return sheets;
}
