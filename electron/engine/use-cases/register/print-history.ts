import { basename, extname } from 'node:path';
import type { Paper } from '#shared/contract/control.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { HistoryFilter } from '#shared/contract/register.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { historyFile, historyToPrint } from '#engine/journal/print-history.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';

/** Writes the chosen entries to a granted place: PDF, CSV or HTML by its ending. */
export async function printHistory(
  state: EngineSession,
  { filter, grantId, paper }: { filter: HistoryFilter; grantId: string; paper: Paper },
): Promise<{ fileName: string; entries: number }> {
  const { environment } = state;
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const workspace = state.requireWorkspace();
  const history = await historyToPrint(workspace.directory, {
    filter,
    name: workspace.summary().name,
    profileDirectory: environment.profileDirectory,
    now: environment.clock(),
  });
  const content = historyFile(history, path);
  const pdf = extname(path).toLowerCase() === '.pdf' ? await environment.desktop.printPdf(content, paper) : undefined;
  if (pdf === null) throw new Failure('TARGET_UNWRITABLE', releaseText.notPrinted);
  await writeWhole(path, pdf === undefined ? content : Buffer.from(pdf));
  return { fileName: basename(path), entries: history.entries.length };
}
