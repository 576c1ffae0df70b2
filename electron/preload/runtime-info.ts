import type { RuntimeInfo } from '#shared/contract/bridge.ts';

declare const __SHIPPED_ELECTRON__: string;

/**
 * What the page may know of the runtime. The three majors up to the one the product ships on are supported; an older
 * one is for trying out.
 */
export function runtimeInfo(): RuntimeInfo {
  const major = (version: string): number => Number.parseInt(version, 10);
  const { electron, chrome } = process.versions;
  return Object.freeze({
    electron: electron ?? '',
    chrome: chrome ?? '',
    platform: process.platform,
    evaluationRuntime: major(electron ?? '0') < major(__SHIPPED_ELECTRON__) - 2,
    sandboxed: process.sandboxed && !process.argv.includes('--no-sandbox'),
  });
}
