import type { ElectronApplication } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';

/** Process id of the engine below an app, found as a person would with `ps`; null where none runs. Linux only. */
export function enginePid(app: ElectronApplication): number | null {
  const root = app.process().pid;
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
      commands.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8'));
    } catch {
      // Ended while we looked.
    }
  }
  const below = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  for (const [pid, command] of commands) if (/dist\/engine\/index\.mjs|utility-sub-type=node\.mojom\.NodeService/.test(command) && below(pid)) return pid;
  return null;
}
