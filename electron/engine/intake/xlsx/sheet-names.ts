import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '../check-file.ts';
import { runWorker } from './run-worker.ts';

/**
 * Names of a workbook's sheets in the order of its tabs; its directory and its parts are read in the worker.
 * @throws Failure FILE_DAMAGED, FORMAT_UNKNOWN for a ZIP package that is no workbook, JOB_CANCELLED on abort
 */
export async function sheetNames(file: CheckedFile, signal?: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  const damaged = workbookText.sheetListDamaged(file.fileName);
  await runWorker(file, { kind: 'sheets' }, { signal, damaged, onNames: (found) => void names.push(...found) });
  if (names.length === 0) throw new Failure('FILE_EMPTY', workbookText.noSheet(file.fileName));
  return names;
}
