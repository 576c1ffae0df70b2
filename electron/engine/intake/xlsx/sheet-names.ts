import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '../check-file.ts';
import { runWorker } from './run-worker.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * Names of a workbook's sheets in the order of its tabs; its parts are unpacked and read in the worker.
 * @throws Failure FILE_DAMAGED, FORMAT_UNKNOWN for a ZIP package that is no workbook, JOB_CANCELLED on abort
 */
export async function sheetNames(file: CheckedFile, signal?: AbortSignal): Promise<string[]> {
  const entries = await readZipDirectory(file);
  const workbook = entries.find((entry) => entry.name.toLowerCase() === 'xl/workbook.xml');
  if (workbook === undefined) {
    const binary = entries.some((entry) => entry.name === 'xl/workbook.bin');
    throw new Failure('FORMAT_UNKNOWN', binary ? workbookText.isBinary(file.fileName) : workbookText.isOtherZip(file.fileName));
  }
  const names: string[] = [];
  const damaged = workbookText.sheetListDamaged(file.fileName);
  await runWorker(file, { kind: 'sheets', path: file.path, entry: workbook }, { signal, damaged, onNames: (found) => void names.push(...found) });
  if (names.length === 0) throw new Failure('FILE_EMPTY', workbookText.noSheet(file.fileName));
  return names;
}
