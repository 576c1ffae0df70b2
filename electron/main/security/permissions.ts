import type { Session } from 'electron';
import { isOwnPage } from './page-manifest.ts';

/**
 * The one thing the page may do: put text on the clipboard when a person presses a Copy button. Chromium asks for the
 * press itself.
 */
const allowed = 'clipboard-sanitized-write';

/**
 * Every other permission is refused (security guide item 5): camera, location, notifications, devices, screens, reading
 * the clipboard.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(permission === allowed && isMainFrame && isOwnPage(requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === allowed && isOwnPage(origin));
  session.setDevicePermissionHandler(() => false);
  // No source is ever handed out: the request ends as refused.
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer(null);
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
}
