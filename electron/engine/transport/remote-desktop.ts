import { randomUUID } from 'node:crypto';
import type { DesktopAnswer, DesktopRequest } from '#shared/contract/control.ts';
import type { Desktop } from '#engine/desktop/desktop.ts';
import type { ControlChannel } from './control-channel.ts';

/** The shell, asked over the control channel: no window's port carries what is printed or where a file lies. */
export function remoteDesktop(channel: ControlChannel): Desktop {
  const waiting = new Map<string, (answer: DesktopAnswer) => void>();
  channel.onMessage((message) => {
    if (message.control !== 'desktop-answer') return;
    waiting.get(message.requestId)?.(message.answer);
    waiting.delete(message.requestId);
  });
  const ask = (request: DesktopRequest): Promise<DesktopAnswer> =>
    new Promise((resolve) => {
      const requestId = randomUUID();
      waiting.set(requestId, resolve);
      channel.send({ control: 'desktop', requestId, request });
    });
  return {
    printPdf: async (html, paper) => {
      const answer = await ask({ act: 'print', html, paper });
      return 'pdf' in answer ? answer.pdf : null;
    },
    showFile: async (path) => 'done' in (await ask({ act: 'show', path })),
  };
}
