// Lets other people's programs judge an evidence pack, each where this machine has it.
//   node_modules/.bin/node scripts/foreign/all.mjs PACK.zip [--json]
// Per program: passed, failed, or skipped with its reason. Exit 1 where one failed, else 0. Nothing is fetched but what
// the Go build fetches for itself, and nothing is left behind.
// The Python ones (roc-validator, frictionless, pyshacl with rdflib, securesystemslib, in-toto-attestation) are looked
// for under CUSTOS_PYTHON, or under `python3`. CUSTOS_RO_CRATE_CONTEXT names a copy of the context of RO-Crate 1.2, which
// the validator would else fetch.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readZip } from '../../electron/engine/evidence/read-zip.ts';

/** @typedef {{ state: 'passed' | 'failed' | 'skipped', said: string }} Judged */

const here = fileURLToPath(new URL('.', import.meta.url));
const python = process.env.CUSTOS_PYTHON ?? 'python3';

const run = (program, args, options = {}) =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26, ...options });
/** What a program said: the last line of it, or of its complaints. */
const lastLine = ({ stdout, stderr }) => (stdout.trim() || stderr.trim()).split('\n').at(-1);
/** By the exit of a program: 0 is good, 77 says that it cannot run here. @returns {Judged} */
const judgedBy = (done) =>
  done.error !== undefined
    ? { state: 'skipped', said: `${done.error.message}` }
    : {
        state: done.status === 0 ? 'passed' : done.status === 77 ? 'skipped' : 'failed',
        said: lastLine(done).replace(/^skipped: /i, ''),
      };
/** One of several files is as good as the worst of them. @returns {Judged} */
function worst(judged, none) {
  if (judged.length === 0) return { state: 'skipped', said: none };
  const found = judged.find(({ state }) => state === 'failed') ?? judged.find(({ state }) => state === 'skipped');
  return found ?? { state: 'passed', said: `${judged.length} of ${judged.length}: ${judged[0].said}` };
}

/** By program; `files` are those of the pack, which lies unpacked in `folder`. @type {Record<string, (folder: string, files: readonly string[]) => Judged>} */
const judges = {
  'go note and transparency-dev': (folder) => {
    if (run('go', ['version']).status !== 0) return { state: 'skipped', said: 'there is no Go on this machine' };
    const program = join(mkdtempSync(join(folder, '..', 'go-')), 'check');
    const built = run('go', ['build', '-o', program, '.'], { cwd: join(here, 'go') });
    if (built.status !== 0)
      return { state: 'skipped', said: `Go cannot fetch or build the verifiers here: ${built.stderr.split('\n')[0]}` };
    return judgedBy(run(program, [join(folder, '15_log')]));
  },
  'stand-alone verifier': (folder) => {
    const done = run(process.execPath, [join(folder, '15_log/verify.mjs'), folder]);
    return { ...judgedBy(done), said: done.stdout.split('\n')[0] };
  },
  'roc-validator': (folder) => judgedBy(run(python, [join(here, 'check-ro-crate.py'), folder])),
  frictionless: (folder, files) =>
    worst(
      files
        .filter((file) => file.endsWith('datapackage.json'))
        .map((file) => judgedBy(run(python, [join(here, 'check-data-package.py'), join(folder, file)]))),
      'no release in this pack is a table with a description',
    ),
  pyshacl: (folder, files) =>
    worst(
      files
        .filter((file) => file.endsWith('.jsonld') && file.startsWith('01_register/'))
        .map((file) => judgedBy(run(python, [join(here, 'check-dpv.py'), join(folder, file)]))),
      'the register in this pack is not there as DPV',
    ),
  'in-toto and securesystemslib': (folder, files) =>
    worst(
      files
        .filter((file) => file.endsWith('.intoto.json'))
        .map((file) =>
          judgedBy(run(python, [join(here, 'check-in-toto.py'), join(folder, file), join(folder, 'MANIFEST.json')])),
        ),
      'there is no certificate in this pack',
    ),
  'openssl ts': (folder, files) => {
    if (run('openssl', ['version']).status !== 0)
      return { state: 'skipped', said: 'there is no OpenSSL on this machine' };
    return worst(
      files.filter((file) => file.endsWith('.tsr')).map((file) => judgedBy(stamp(folder, file))),
      'there is no time stamp in this pack',
    );
  },
};

/** The certificate in a stamp is taken for trusted: what OpenSSL judges is the signature, not whom to trust. */
function stamp(folder, file) {
  const [answer, token, signers] = [file, `${file}.token`, `${file}.pem`].map((name) => join(folder, name));
  run('openssl', ['ts', '-reply', '-in', answer, '-token_out', '-out', token]);
  const { stdout } = run('openssl', ['pkcs7', '-inform', 'DER', '-in', token, '-print_certs']);
  writeFileSync(signers, stdout);
  const head = join(folder, file.replace(/-[0-9a-f]+\.tsr$/, '.txt'));
  const trust = ['-CAfile', signers, '-partial_chain', '-untrusted', signers];
  return run('openssl', ['ts', '-verify', '-data', head, '-in', answer, ...trust]);
}

/** The files of a pack, laid out in a folder. */
async function laidOut(pack, folder) {
  const zip = await readZip(pack, basename(pack));
  for (const path of zip.paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), await zip.read(path));
  }
  zip.close();
  return zip.paths;
}

const [pack] = process.argv.slice(2).filter((one) => one !== '--json');
if (pack === undefined) {
  process.stderr.write('Give an evidence pack: node scripts/foreign/all.mjs PACK.zip\n');
  process.exit(2);
}
const place = mkdtempSync(join(tmpdir(), 'custos-foreign-'));
try {
  const folder = join(place, 'pack');
  const files = await laidOut(pack, folder);
  const found = Object.entries(judges).map(([tool, judge]) => ({ tool, ...judge(folder, files) }));
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify(found)}\n`
      : found.map(({ tool, state, said }) => `${state.padEnd(8)} ${tool}: ${said}\n`).join(''),
  );
  process.exitCode = found.some(({ state }) => state === 'failed') ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
