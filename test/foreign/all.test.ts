import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { writeZip } from '#engine/evidence/write-zip.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const sample = resolve('resources/sample/customers.csv');
const hasOpenssl = spawnSync('openssl', ['ts', '-help']).status === 0;
const authority = `[tsa]
default_tsa = here
[here]
serial = serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;
const usage =
  'extendedKeyUsage = critical, timeStamping\nkeyUsage = critical, digitalSignature\nbasicConstraints = CA:FALSE\n';

interface Judged {
  tool: string;
  state: 'passed' | 'failed' | 'skipped';
  said: string;
}

let desk: Desk;
let judged: Judged[];

async function custos(...args: string[]): Promise<string> {
  const done = await desk.custos(args);
  expect(done.status, done.stderr).toBe(0);
  return done.stdout;
}

/** A time stamp of the newest head, by an authority that OpenSSL plays. */
async function stamped(): Promise<void> {
  const openssl = (...args: string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: desk.directory, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  };
  writeFileSync(desk.path('tsa.cnf'), authority);
  writeFileSync(desk.path('usage'), usage);
  writeFileSync(desk.path('serial'), '01\n');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'root.key', '-out', 'root.pem', '-days', '2', '-subj', '/CN=Root');
  openssl('req', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/O=An authority/CN=Stamps');
  const signed = ['-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', '7', '-days', '2', '-extfile', 'usage'];
  openssl('x509', '-req', '-in', 'tsa.csr', ...signed, '-out', 'tsa.pem');
  await custos('register', 'stamp-request', 'acme.tsq', '--workspace', 'Acme.custos');
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'acme.tsq', '-out', 'acme.tsr');
  const brought = ['acme.tsr', '--request', 'acme.tsq', '--workspace', 'Acme.custos', '--root', 'root.pem'];
  expect(JSON.parse(await custos('register', 'stamp', ...brought, '--json'))).toMatchObject({
    authority: 'An authority, Stamps',
    trusted: true,
  });
}

const judge = (pack: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['--no-warnings', 'scripts/foreign/all.mjs', pack, '--json'], {
    encoding: 'utf8',
  });
  return { status, judged: JSON.parse(stdout) as Judged[] };
};

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme Ltd');
  await custos('import', sample, '--workspace', 'Acme.custos');
  await custos('recommend', sample, '--purpose', 'P1', '-o', 'recipe.json');
  await custos('apply', sample, '--recipe', 'recipe.json', '-o', 'out.csv', '--workspace', 'Acme.custos');
  if (hasOpenssl) await stamped();
  await custos('evidence', '-o', 'pack.zip', '--workspace', 'Acme.custos');
  expect(await custos('verify', 'pack.zip')).toContain('verifies');
  ({ judged } = judge(desk.path('pack.zip')));
});
afterAll(() => desk.remove());

it.for([
  'go note and transparency-dev',
  'stand-alone verifier',
  'roc-validator',
  'frictionless',
  'pyshacl',
  'in-toto and securesystemslib',
  'openssl ts',
])('%s finds nothing wrong with an evidence pack', (tool, context) => {
  const found = judged.find((one) => one.tool === tool);
  if (found?.state === 'skipped') context.skip(found.said);
  expect(found).toMatchObject({ state: 'passed' });
});

it('ends with 1, and says which, where one of them finds something wrong', async () => {
  const zip = await readZip(desk.path('pack.zip'), 'pack.zip');
  const contents = await Promise.all(zip.paths.map(async (path) => ({ path, content: (await zip.read(path))! })));
  zip.close();
  const changed = contents.map(({ path, content }) =>
    path === '15_log/checkpoint.txt'
      ? { path, content: Buffer.from(content.toString().replace(/\n\d+\n/, '\n3\n')) }
      : { path, content },
  );
  writeFileSync(desk.path('changed.zip'), await writeZip(changed));
  const found = judge(desk.path('changed.zip'));
  expect(found.status).toBe(1);
  const failed = found.judged.filter(({ state }) => state === 'failed').map(({ tool }) => tool);
  expect(failed).toContain('stand-alone verifier');
  writeFileSync(desk.path('cut.zip'), readFileSync(desk.path('pack.zip')).subarray(0, 5000));
  const cut = spawnSync(process.execPath, ['--no-warnings', 'scripts/foreign/all.mjs', desk.path('cut.zip')], {
    encoding: 'utf8',
  });
  expect(cut).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^.*was cut short.*\n$/) });
});
