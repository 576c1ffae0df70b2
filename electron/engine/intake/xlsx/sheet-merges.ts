import type { Merge } from '#shared/register/sheets/sheet.ts';
import { mergeOf } from './sheet-rows.ts';
import { readContext } from './workbook-parts.ts';
import { seeAll } from './xml-part.ts';
import { openZip, type ZipSource } from './zip-parts.ts';

/** More than anybody merges by hand; what comes after is left apart. */
const mostMerges = 100_000;

/** The cells that a sheet shows as one (ECMA-376, mergeCells). For the worker. */
export async function sheetMerges(file: ZipSource, sheet: string): Promise<Merge[]> {
  const parts = await openZip(file);
  const merges: Merge[] = [];
  try {
    const context = await readContext(parts, sheet);
    if (context === null) return [];
    await seeAll(parts, context.part, Number.POSITIVE_INFINITY, {
      open: (name, { ref }) => {
        if (name !== 'mergeCell' || ref === undefined || merges.length >= mostMerges) return;
        const area = mergeOf(ref);
        if (area !== null) merges.push(area);
      },
      text: () => undefined,
      close: () => undefined,
    });
    return merges;
  } finally {
    parts.close();
  }
}
