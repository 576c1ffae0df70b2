import { spawnSync } from 'node:child_process';

/** As Chromium builds its sandbox: a user namespace, made without any privilege outside. */
export const namespaceProbe = ['unshare', '--user', '--map-root-user', 'true'];

/**
 * The switches Electron needs so that it starts for this account: none where Chromium can build its sandbox.
 *
 * @returns {{ switches: string[], reason: string }} `reason`: why the sandbox is off, in words that follow a colon;
 *   empty where it is on
 */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return { switches: [], reason: '' };
  const off = (/** @type {string} */ reason) => ({ switches: ['--no-sandbox'], reason });
  if (process.getuid?.() === 0) return off('started as root, Chromium runs only without its sandbox');
  const probe = spawnSync(namespaceProbe[0] ?? '', namespaceProbe.slice(1));
  // Without the program nothing is known: Chromium itself will tell.
  return probe.error === undefined && probe.status !== 0
    ? off('this machine grants its users no user namespaces, which Chromium builds its sandbox from')
    : { switches: [], reason: '' };
}
