import type { App, WebContents } from 'electron';
import { isOwnPage } from './page-manifest.ts';

/** Whether a page may go there by itself: only to its own document, which is a reload. */
export function mayNavigate(url: string): boolean {
  try {
    const { pathname, username, password } = new URL(url);
    return isOwnPage(url) && !username && !password && (pathname === '/' || pathname === '/index.html');
  } catch {
    return false;
  }
}

function pin(contents: WebContents): void {
  const stay = (event: { url: string; preventDefault(): void }): void => {
    if (!mayNavigate(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A page does not keep its window open: what is asked before it closes is asked by main.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Else a page could still send packets by WebRTC, which no request filter sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Every present and future page stays where it is and opens no other (security guide items 11 to 14). */
export function pinPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => pin(contents));
}
