import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { FileLayout } from '#engine/release/formats/laid-out.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { purpose, recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const findings = [
  finding('Tel', 'phone_number', { class: 'linked' }),
  finding('Mail', 'email_address', { class: 'linked' }),
  finding('tier', 'loyalty_segment'),
  finding('born', 'date_of_birth', { class: 'linked' }),
];
const text =
  'Tel,Mail,tier,born\n' +
  '+15559876543,mary@example.com,gold,1980-01-01\n' +
  ',alice@example.com,gold,1981-01-01\n' +
  'none,nobody,gold,1982-01-01\n';
const mary = 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79';
const alice = 'ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976';
const number = '1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e';

async function released(layout: FileLayout, least = 1) {
  const mailOnly = layout.columns.every(({ output }) => output !== 'Tel');
  const input = await desk.prepare(text, {
    recipe: recipeOf(
      [
        step('keep-rows', { columns: ['tier'], value: 'gold' }),
        step('platform-hash', { columns: ['Mail'], platform: 'meta', field: 'email' }),
        ...(mailOnly ? [] : [step('platform-hash', { columns: ['Tel'], platform: 'meta', field: 'phone' })]),
        step('drop-columns', { columns: ['tier', 'born', ...(mailOnly ? ['Tel'] : [])] }),
      ],
      { release: 'targeting', target: { k: 1, suppression: 0 } },
    ),
    findings,
    purpose: { ...purpose, targeting: true },
    overrides: [{ key: 'platform-minimum.meta', value: least, reason: 'Test.', at: '2026-11-01T00:00:00Z', by: 'n' }],
    keepOrder: true,
    layout,
  });
  const { result, certificate } = await runRelease(input);
  return { result, certificate, lines: readFileSync(input.outputPath, 'utf8').split('\n'), path: input.outputPath };
}

it('puts the columns where the layout has them, and says in the certificate what stands above them', async () => {
  const { lines, certificate, result, path } = await released({
    columns: [
      { header: 'email', output: 'Mail' },
      { header: 'fn', output: null },
      { header: 'phone', output: 'Tel' },
    ],
    headed: true,
  });
  expect(lines).toEqual(['email,fn,phone', `${mary},,${number}`, `${alice},,`, '']);
  expect(certificate.output.columns.map(({ name, header }) => [name, header])).toEqual([
    ['Tel', 'phone'],
    ['Mail', 'email'],
  ]);
  expect(certificate.policy).toContainEqual(expect.objectContaining({ id: 'platform-minimum', subject: 'meta' }));
  expect(result.excluded).toEqual([{ why: 'nothing to match by', rows: 1 }]);
  // A descriptor would name columns that are not its own.
  expect(result.descriptor).toBeNull();
  expect(existsSync(`${path}.datapackage.json`)).toBe(false);
  expect(existsSync(`${path}.certificate.json`)).toBe(true);
});

it('writes one identifier a line and nothing else where the platform wants it so', async () => {
  const { lines, result } = await released({ columns: [{ header: 'email', output: 'Mail' }], headed: false });
  expect(lines).toEqual([mary, alice, '']);
  expect(result.rowsOut).toBe(2);
});

it('refuses an audience that is too small for the platform, counting people', async () => {
  await expect(released({ columns: [{ header: 'email', output: 'Mail' }], headed: false }, 3)).rejects.toThrow(
    /The audience is of 2 people; Meta uses none of fewer than 3/,
  );
});
