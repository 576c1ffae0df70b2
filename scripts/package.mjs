// `npm run package`: an unpacked app and a tar.gz in release/, from the Electron that package.json names. `--
// --evaluation` makes one from the evaluation runtime, to try the packaging itself; it is marked as such and not for
// users.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { packageableRuntime } from './packaging/packageable-runtime.mjs';
import { setFuses } from './packaging/fuses.mjs';
import { smokeTest } from './packaging/smoke-test.mjs';
import { projectRoot } from './runtime/project-root.mjs';
import { megabytes, say } from './runtime/progress.mjs';

const release = join(projectRoot, 'release');

/** The folder electron-builder fills, and the executable in it. */
function unpackedApp() {
  if (process.platform === 'darwin')
    return {
      folder: join(release, readdirSync(release).find((name) => name.startsWith('mac')) ?? 'mac'),
      executable: 'Custos.app/Contents/MacOS/Custos',
    };
  return process.platform === 'win32'
    ? { folder: join(release, 'win-unpacked'), executable: 'custos.exe' }
    : { folder: join(release, 'linux-unpacked'), executable: 'custos' };
}

async function makePackage() {
  const { runtime, wanted, forUsers } = packageableRuntime();
  const evaluation = process.argv.includes('--evaluation');
  if (!forUsers && !evaluation) {
    say(
      `No package was made: this machine has only Electron ${runtime.version}, and a package for users is made ` +
        `from Electron ${wanted} alone, whose security fixes are current.\n` +
        'Run this where Electron can be downloaded (`npx install-electron`), or name a folder with it in ' +
        'ELECTRON_OVERRIDE_DIST_PATH.\n' +
        'To try the packaging itself with what is here: npm run package -- --evaluation',
    );
    return 1;
  }
  await build({ only: ['main', 'engine', 'renderer'] });
  rmSync(release, { recursive: true, force: true });
  say(`Package: Electron ${runtime.version}${forUsers ? '' : ' (evaluation runtime, not for users)'} …`);
  const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
  const run = spawnSync(
    process.execPath,
    [builder, '--dir', '--config', 'electron-builder.config.mjs', '--publish', 'never'],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  if (run.status !== 0)
    throw new Error(
      `electron-builder failed:\n${`${run.stdout}\n${run.stderr}`.trim().split('\n').slice(-15).join('\n')}`,
    );

  const { folder, executable } = unpackedApp();
  const path = join(folder, executable);
  if (!existsSync(path)) throw new Error(`electron-builder made no ${executable} in ${folder}.`);
  // Last, because a binary without its inspector can be driven no more.
  const fuses = await setFuses(path, { strict: forUsers });
  say(`Fuses, read back: ${fuses.map(({ name, on }) => `${name} ${on ? 'on' : 'off'}`).join(', ')}`);
  const tried = await smokeTest(path);
  say(
    'skipped' in tried
      ? `Not started: ${tried.skipped}`
      : `Started: its window says “${tried.text.replace(/\s+/g, ' ').trim().slice(0, 120)}”`,
  );

  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const name = `custos-${version}-${process.platform}-${process.arch}${forUsers ? '' : '-evaluation'}`;
  const archive = join(release, `${name}.tar.gz`);
  const named = join(release, name);
  renameSync(folder, named);
  const sameEverywhere = process.platform === 'linux' ? ['--owner=0', '--group=0', '--sort=name'] : [];
  const tar = spawnSync('tar', [...sameEverywhere, '-C', release, '-czf', archive, name], { encoding: 'utf8' });
  if (tar.status !== 0) throw new Error(`tar failed: ${(tar.stderr || tar.error?.message || '').split('\n')[0]}`);
  say(`Package: ${named}\nPackage: ${archive} (${megabytes(statSync(archive).size)})`);
  return 0;
}

try {
  process.chdir(projectRoot);
  process.exitCode = await makePackage();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
