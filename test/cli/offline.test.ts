import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noNetwork, sentFrom } from '#test/support/no-network.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const command = resolve(import.meta.dirname, '../../bin/custos.mjs');
let desk: Desk;
beforeEach(({ skip }) => {
  const { obstacle } = noNetwork();
  skip(obstacle !== '', `running without a network: ${obstacle}`);
  desk = makeDesk();
});
afterEach(() => desk?.remove());

const runOffline = (
  program: string,
  args: string[],
): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((done, fail) => {
    const [unshare, ...rest] = [...noNetwork().prefix, program, ...args];
    const child = spawn(unshare!, rest, {
      cwd: desk.directory,
      env: {
        ...process.env,
        CUSTOS_HOME: desk.path('home'),
        CUSTOS_PASSPHRASE: 'a passphrase of the tests',
        NO_COLOR: '1',
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (status) => done({ status, stdout, stderr }));
  });

test('the counters notice a program that asks for a network', async () => {
  const asks =
    "const s = require('net').connect(80, '192.0.2.1'); s.on('error', () => {}); const u = " +
    "require('dgram').createSocket('udp4'); u.send('x', 53, '192.0.2.1', () => u.close());";
  const { stderr } = await runOffline(process.execPath, ['-e', asks]);
  expect(sentFrom(stderr)).toEqual({ 'Ip:OutNoRoutes': 2 });
});

test('the whole job runs where there is no network, and asks for none', async () => {
  const { status, stdout, stderr } = await runOffline(process.execPath, [command, 'demo', '--into', 'run']);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/The register verifies: \d+ entries/);
  expect(existsSync(desk.path('run/run.custos/register.sqlite'))).toBe(true);
  expect(sentFrom(stderr)).toEqual({});
});
