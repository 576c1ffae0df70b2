import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { makeFolder } from '../workspace-folder/make-folder.ts';

const namePattern = /^work\.(\d{1,10})\.([0-9a-z-]{1,80})\.[0-9a-f]{16}$/;

function fileText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/**
 * Names of this machine: the one given when the system was installed, which is kept for life, then the one people see
 * and may change.
 */
function machineNames(): string[] {
  const given = fileText('/etc/machine-id') || fileText('/var/lib/dbus/machine-id');
  return [...(given ? [short(`machine-id ${given}`)] : []), short(hostname())];
}

/** Where process ids count: machine, process namespace, boot. */
function idSpace(): string {
  const [machine] = machineNames();
  const boot = fileText('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? 'any';
  let space = '0';
  try {
    space = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    // Only Linux has namespaces.
  }
  return `${machine}-${space}-${boot}`;
}

/**
 * Ticks since boot at which a process started (Linux), or null: a process id alone may have been given to another
 * process.
 */
function startOf(pid: number): string | null {
  const stat = fileText(`/proc/${pid}/stat`);
  return stat === null ? null : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Names this process among all there are and were, for what it may leave behind. */
export const ownerToken = (): string => `${process.pid}.${idSpace()}-${startOf(process.pid) ?? 'unknown'}`;

/** Whether the process of a token is certainly gone. */
export function ownerIsGone(token: string): boolean {
  const dot = token.indexOf('.');
  return isDead(Number(token.slice(0, dot)), token.slice(dot + 1));
}

/**
 * Whether the process that made a working directory is certainly gone. One running system has one boot id, whatever
 * it is called; an earlier boot counts only for this machine, for on a shared disk it may be another machine's
 * present one. Another container's processes are not ours to judge.
 */
function isDead(pid: number, token: string): boolean {
  const [machine = '', space, boot, start] = token.split('-');
  const [, ourSpace, ourBoot] = idSpace().split('-');
  const told = boot !== 'any';
  if (!(told && boot === ourBoot) && !machineNames().includes(machine)) return false;
  if (boot !== ourBoot) return true;
  if (space !== ourSpace) return false;
  if (!isAlive(pid)) return true;
  const now = startOf(pid);
  return now !== null && start !== 'unknown' && now !== start;
}

/** What the paths of this process's working directories begin with: whoever ends the process can remove them. */
export const workPrefix = (workRoot: string): string => join(workRoot, `work.${ownerToken()}.`);

/**
 * Makes a private directory (0700) for this process. Its name says whose it is, so that there is no moment at which
 * it has no owner.
 * @returns the absolute path
 * @throws Failure DISK_FULL, TARGET_UNWRITABLE
 */
export function makeWorkDirectory(workRoot: string, random: (n: number) => Uint8Array): string {
  const directory = `${workPrefix(workRoot)}${Buffer.from(random(8)).toString('hex')}`;
  try {
    makeFolder(workRoot);
    mkdirSync(directory, { mode: 0o700 });
    // A default ACL of the parent may have added rights.
    chmodSync(directory, 0o700);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
      throw new Failure('DISK_FULL', workspaceText.noRoomToWork, { cause: error });
    throw new Failure('TARGET_UNWRITABLE', workspaceText.nowhereToWork, { cause: error });
  }
  return directory;
}

export function wipeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
}

/**
 * Removes the working directories of dead processes; those of living ones, and anything else, stay. Returns how many
 * were wiped.
 */
export function wipeDeadWorkDirectories(workRoot: string): number {
  if (!existsSync(workRoot)) return 0;
  let wiped = 0;
  for (const name of readdirSync(workRoot)) {
    const parts = namePattern.exec(name);
    if (parts === null || !isDead(Number(parts[1]), parts[2] as string)) continue;
    try {
      wipeDirectory(join(workRoot, name));
      wiped += 1;
    } catch {
      // Another account's, or a file is held open: the next start tries again.
    }
  }
  return wiped;
}

/** Removes every working directory of this process: the last thing it does, whatever went wrong before. */
export function wipeOwnWorkDirectories(workRoot: string): void {
  if (!existsSync(workRoot)) return;
  const own = basename(workPrefix(workRoot));
  for (const name of readdirSync(workRoot)) {
    if (!name.startsWith(own)) continue;
    try {
      wipeDirectory(join(workRoot, name));
    } catch {
      // Main tries again, and so does the next start.
    }
  }
}
