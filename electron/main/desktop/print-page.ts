import { BrowserWindow, session, type Session } from 'electron';
import type { Paper } from '#shared/contract/control.ts';
import { shellText } from '#shared/text/main/shell.ts';

const scheme = 'custos-print:';
const policy = "default-src 'none'; style-src 'unsafe-inline'";
/** A page that does not come is given up. */
const patience = 30_000;

/** A session of nothing but this one document: no script, no other request, nothing kept. */
function sessionFor(html: string): Session {
  const own = session.fromPartition(`print-${Date.now()}-${Math.random()}`);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(scheme) }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.on('will-download', (event) => event.preventDefault());
  own.protocol.handle(
    scheme.slice(0, -1),
    () =>
      new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      }),
  );
  return own;
}

const numbered =
  '<div style="width:100%;font-size:7pt;text-align:right;padding-right:15mm;font-family:sans-serif">' +
  `${shellText.pageOf('<span class="pageNumber"></span>', '<span class="totalPages"></span>')}</div>`;

/**
 * Prints a document in a window nobody sees, page n of m at the foot. The document's own scripts, were there any, do
 * not run.
 */
export async function printPage(html: string, paper: Paper): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: sessionFor(html),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>(
      (_resolve, reject) => (timer = setTimeout(() => reject(new Error('The page did not come.')), patience)),
    );
    const print = async (): Promise<Uint8Array> => {
      await window.loadURL(`${scheme}document`);
      return window.webContents.printToPDF({
        pageSize: paper,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: numbered,
        margins: { top: 0.6, bottom: 0.7, left: 0.6, right: 0.6 },
      });
    };
    return new Uint8Array(await Promise.race([print(), late]));
  } finally {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  }
}
