import { readdirSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  pid: number;
  command: string;
}

/** A process and everything below it, found as a person would with `ps`. Linux only. */
export function processesOf(root: number): RunningProcess[] {
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z') continue;
      parents.set(Number(name), Number(parent));
      commands.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8'));
    } catch {
      // Ended while we looked.
    }
  }
  const below = (pid: number): boolean => {
    let at: number | undefined = pid;
    while (at !== undefined && at > 1 && at !== root) at = parents.get(at);
    return at === root;
  };
  return [...commands].filter(([pid]) => below(pid)).map(([pid, command]) => ({ pid, command }));
}

const engine = /dist\/engine\/index\.mjs|utility-sub-type=node\.mojom\.NodeService/;
export const isEngine = ({ command }: RunningProcess): boolean => engine.test(command);
/** The process a page runs in. */
export const isPage = ({ command }: RunningProcess): boolean => command.includes('--type=renderer');
