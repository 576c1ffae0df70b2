import { webUtils } from 'electron';

/**
 * The path of a file the person dropped on the window, or '' for a file that came from elsewhere. Electron since 29
 * tells it by `webUtils`; before, the file itself carried it.
 */
export function pathOfDropped(file: unknown): string {
  if (!(file instanceof File)) return '';
  return webUtils ? webUtils.getPathForFile(file) : ((file as File & { path?: string }).path ?? '');
}
