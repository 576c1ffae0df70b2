import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '../check-file.ts';
import { runWorker } from './run-worker.ts';
import type { SheetNotes } from './sheet-rows.ts';

const largestFile = 1024 ** 3;

export interface SheetRow {
  /** 1-based row of the sheet. */
  line: number;
  cells: (string | null)[];
}

/**
 * Reads a sheet in a worker, batch by batch. Formulas come with the values that were stored with them; nothing is
 * computed.
 * @throws Failure FILE_DAMAGED where the workbook cannot be read or needs too much memory or time, JOB_CANCELLED on
 *   abort
 */
export async function readRows(
  file: CheckedFile,
  sheet: string,
  options: {
    maxRows?: number;
    signal?: AbortSignal | undefined;
    onRows: (rows: SheetRow[]) => Promise<void>;
    /** Told when the whole sheet was read. */
    onNotes?: (notes: SheetNotes) => void;
  },
): Promise<void> {
  if (file.bytes > largestFile) throw new Failure('FILE_DAMAGED', workbookText.tooLarge(file.fileName));
  const damaged = workbookText.unreadable(file.fileName);
  await runWorker(
    file,
    { kind: 'rows', sheet, maxRows: options.maxRows ?? null },
    { signal: options.signal, damaged, onRows: options.onRows, onNotes: options.onNotes },
  );
}
