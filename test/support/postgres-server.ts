import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const debian = '/usr/lib/postgresql';
/** It comes with the server, or with what programs for it are built with. */
const teller = 'pg_config';

/** Where the server's programs are: as `pg_config` says, else as Debian puts them; null where there is none. */
function programs(): string | null {
  const told = spawnSync(teller, ['--bindir'], { encoding: 'utf8' });
  const folders = told.status === 0 ? [told.stdout.trim()] : [];
  try {
    folders.push(...readdirSync(debian).map((version) => join(debian, version, 'bin')));
  } catch {
    // No Debian package of it.
  }
  return (
    folders.find((folder) => spawnSync(join(folder, 'postgres'), ['--version'], { stdio: 'ignore' }).status === 0) ??
    null
  );
}

/** PostgreSQL refuses to run as root; whoever it runs as then. */
function otherUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

export interface PostgresServer {
  /** What a script prints, one row a line, fields between tabs. @throws Error with what the server says */
  run(sql: string): string;
  close(): void;
}

/** A PostgreSQL server of its own behind a socket in a folder of its own, or why there is none. */
export function startPostgres(): PostgresServer | { missing: string } {
  const bin = programs();
  if (bin === null) return { missing: 'PostgreSQL’s server is not installed' };
  // A socket's path may have some hundred characters only.
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = otherUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const call = (program: string, args: string[], input?: string) =>
    spawnSync(join(bin, program), args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { PATH: process.env['PATH'], LANG: 'C' },
      ...user,
      ...(input === undefined ? { stdio: ['ignore', 'ignore', 'pipe'] as const } : { input }),
    });
  const data = join(folder, 'data');
  const made = call('initdb', ['-D', data, '-E', 'UTF8', '--locale=C', '-A', 'trust', '-U', 'custos', '--no-sync']);
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=5`;
  const started =
    made.status === 0 ? call('pg_ctl', ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start']) : made;
  if (started.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `PostgreSQL does not start here: ${started.stderr.trim().split('\n').at(-1) ?? ''}` };
  }
  return {
    run: (sql) => {
      const args = ['-h', folder, '-U', 'custos', '-d', 'postgres', '-qAtX', '-F', '\t', '-v', 'ON_ERROR_STOP=1'];
      const { status, stdout, stderr } = call('psql', args, sql);
      if (status !== 0) throw new Error(stderr);
      return stdout;
    },
    close: () => {
      call('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
