import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
  readonly file: string;
  readonly type: string;
}

export const appScheme = 'app';
export const appHost = 'custos';
export const appOrigin = `${appScheme}://${appHost}`;

/** Whether a URL is of the app's own origin. */
export function isOwnPage(url: string | null | undefined): boolean {
  try {
    const { protocol, host } = new URL(url ?? '');
    // `origin` is 'null' for schemes of one's own before Chromium 120: compare the parts.
    return `${protocol}//${host}` === appOrigin;
  } catch {
    return false;
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Every file of the built page by its URL path, listed once: what is not in it does not exist. A file of a type not
 * foreseen is left out.
 */
export function listPage(folder: string): ReadonlyMap<string, PageFile> {
  const manifest = new Map<string, PageFile>();
  const walk = (below: string, path: string): void => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(below, entry.name), `${path}${entry.name}/`);
      const type = types[extname(entry.name)];
      if (entry.isFile() && type) manifest.set(`${path}${entry.name}`, { file: join(below, entry.name), type });
    }
  };
  walk(folder, '/');
  return manifest;
}

/**
 * The file behind a URL, or null. The URL's path is looked up as it is written: nothing is decoded, joined or
 * normalised, so there is no path to climb out of (security guide item 18).
 */
export function findPageFile(url: string, manifest: ReadonlyMap<string, PageFile>): PageFile | null {
  let parts: URL;
  try {
    parts = new URL(url);
  } catch {
    return null;
  }
  const { protocol, host, username, password, pathname } = parts;
  if (protocol !== `${appScheme}:` || host !== appHost || username || password) return null;
  return manifest.get(pathname === '/' ? '/index.html' : pathname) ?? null;
}
