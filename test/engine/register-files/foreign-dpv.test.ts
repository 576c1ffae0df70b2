import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeDpv } from '#shared/register/dpv/write-dpv.ts';
import { sampleSnapshot } from '#test/support/sample-register.ts';

const script = resolve(import.meta.dirname, '../../../scripts/foreign/check-dpv.py');

it('rdflib reads the register in DPV, and pyshacl finds its shapes kept', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'custos-dpv-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'register.jsonld');
  writeFileSync(file, writeDpv(sampleSnapshot()).text);
  const ran = spawnSync('python3', [script, file], { encoding: 'utf8' });
  if (ran.error !== undefined) context.skip('python3 is not on this machine');
  if (ran.status === 77) context.skip(ran.stdout.trim());
  expect(ran.stdout + ran.stderr).toContain(', 0 terms that are not of DPV 2.3');
  expect(ran.status).toBe(0);
});
