import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { appScheme, findPageFile, listPage } from './page-manifest.ts';

const noncePlaceholder = '__CSP_NONCE__';

/** Once, and before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built page from a closed list of files; each load of the document gets a nonce of its own in header and
 * markup.
 */
export function serveApp(folder: string): void {
  const manifest = listPage(folder);
  // Files are read by nobody through a URL (security guide item 18); the request filter does not see this scheme
  // everywhere.
  protocol.handle('file', () => new Response('', { status: 403 }));
  protocol.handle(appScheme, async (request) => {
    const headers: Record<string, string> = {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-dns-prefetch-control': 'off',
    };
    const found = request.method === 'GET' ? findPageFile(request.url, manifest) : null;
    if (!found) return new Response('', { status: request.method === 'GET' ? 404 : 405, headers });
    headers['content-type'] = found.type;
    const bytes = await readFile(found.file);
    if (!found.type.startsWith('text/html')) return new Response(new Uint8Array(bytes), { headers });
    const nonce = randomBytes(16).toString('base64');
    headers['content-security-policy'] = contentSecurityPolicy(nonce);
    headers['cache-control'] = 'no-store';
    return new Response(bytes.toString('utf8').replaceAll(noncePlaceholder, nonce), { headers });
  });
}
