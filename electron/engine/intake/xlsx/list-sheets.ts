import { workbookText } from '#shared/text/engine/workbook.ts';
import { Refusal } from '../refusal.ts';
import { sheetList, type ListedSheet } from './sheet-list.ts';
import { openZip, readPart, type ZipSource } from './zip-parts.ts';

/** Bytes of the part that lists the sheets. */
const largestList = 16 * 1024 * 1024;

/**
 * A workbook's sheets in the order of its tabs. For the worker.
 * @throws Refusal for a ZIP package that is no workbook or would unpack to too much, Error where its list of sheets
 *   is damaged
 */
export async function listSheets(file: ZipSource): Promise<ListedSheet[]> {
  const parts = await openZip(file);
  try {
    const workbook = 'xl/workbook.xml';
    if (!parts.has(workbook))
      throw new Refusal(
        'FORMAT_UNKNOWN',
        parts.has('xl/workbook.bin') ? workbookText.isBinary(file.fileName) : workbookText.isOtherZip(file.fileName),
      );
    return sheetList(await readPart(parts, workbook, largestList));
  } finally {
    parts.close();
  }
}
