import { shell } from 'electron';
import type { DesktopAnswer, DesktopRequest } from '#shared/contract/control.ts';
import { printPage } from './print-page.ts';

/** Does what the engine asks of the desktop. Never rejects: what does not work is answered so. */
export async function answerDesktop(request: DesktopRequest): Promise<DesktopAnswer> {
  try {
    if (request.act === 'print') return { pdf: await printPage(request.html, request.paper) };
    shell.showItemInFolder(request.path);
    return { done: true };
  } catch {
    return { failed: true };
  }
}
