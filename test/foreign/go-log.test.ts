import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('Go’s note and transparency-dev accept heads, countersignatures and proofs, and refuse changed ones', (context) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', 'scripts/foreign/log.mjs'], {
    encoding: 'utf8',
  });
  if (status === 77) context.skip(stdout.trim());
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('countersigned.head: head of 13 entries');
  expect(stdout).toContain('entry-7.tlog-proof: entry 7 of 13');
  expect(stdout).toContain('Changed bytes were refused');
});
