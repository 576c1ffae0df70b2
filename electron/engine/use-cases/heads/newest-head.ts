import { basename, extname } from 'node:path';
import { readOutCode } from '#shared/evidence/manifest.ts';
import type { Paper } from '#shared/contract/control.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { ShownHead } from '#shared/contract/register.ts';
import { headPage } from '#engine/journal/head-page.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { exportHead } from '#engine/journal/heads.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';

/** The newest signed head of the open register, with a code that two people can read out to each other. */
export function newestHead(state: EngineSession): ShownHead {
  const head = exportHead(state.requireWorkspace().directory);
  return { ...head, code: readOutCode(head.root) };
}

/**
 * Writes it to a granted place: as a page to print where the name ends in `.pdf` or `.html`, else as the signed note
 * that other tools read.
 */
export async function saveHead(
  state: EngineSession,
  { grantId, paper }: { grantId: string; paper: Paper },
): Promise<{ fileName: string; size: number }> {
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const head = newestHead(state);
  const ending = extname(path).toLowerCase();
  const page = (): string => headPage(head, state.requireWorkspace().summary().organisation);
  if (ending === '.pdf') {
    const pdf = await state.environment.desktop.printPdf(page(), paper);
    if (pdf === null) throw new Failure('TARGET_UNWRITABLE', releaseText.notPrinted);
    await writeWhole(path, Buffer.from(pdf));
  } else await writeWhole(path, ending === '.html' ? page() : head.note);
  return { fileName: basename(path), size: head.size };
}
