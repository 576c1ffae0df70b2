import { existsSync } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { Desktop } from '#engine/desktop/desktop.ts';

/** Shows a written file in the system's file manager. @throws Failure FILE_MISSING */
export async function showRelease(desktop: Desktop, path: string): Promise<void> {
  if (!existsSync(path) || !(await desktop.showFile(path))) throw new Failure('FILE_MISSING', releaseText.notShown);
}
