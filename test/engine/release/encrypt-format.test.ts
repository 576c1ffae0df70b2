import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const findings = [
  finding('phone', 'phone_number', { class: 'linked' }),
  finding('iban', 'iban', { class: 'linked' }),
  finding('plan', 'contract_type'),
];
const people = Array.from({ length: 30 }, (_, at) => [
  `+49 151 ${String(23_456_789 + at * 1237)}`,
  `DE${89 - at} 3704 0044 0532 0130 ${String(at % 10).padStart(2, '0')}`,
  at % 2 === 0 ? 'gold' : 'basic',
]);
const text = `phone,iban,plan\n${people.map((row) => row.join(',')).join('\n')}\nunknown,,gold\n`;
const steps = [
  step('encrypt-format', { columns: ['phone'], alphabet: 'digits' }),
  step('encrypt-format', { columns: ['iban'], alphabet: 'upper' }),
];

async function release(over: { keys?: ReleaseKeys | null; release?: 'pseudonymised' | 'anonymised' } = {}) {
  const { release: kind = 'pseudonymised', ...rest } = over;
  const recipe = recipeOf(steps, { release: kind, target: { k: 1, suppression: 1 } });
  const { result } = await runRelease(
    await desk.prepare(text, { recipe, findings, keepOrder: kind !== 'anonymised', force: true, ...rest }),
  );
  return { result, ...readCsv(readFileSync(result.output, 'utf8')) };
}

it('writes other values of the same form, the same ones in every run, and counts what does not fit', async () => {
  const { rows, result } = await release();
  rows.slice(0, 30).forEach(([phone, iban], at) => {
    expect(phone).toMatch(/^\+\d\d \d{3} \d{8}$/);
    expect(iban).toMatch(/^[0-9A-Z]{4}(?: [0-9A-Z]{4}){4} [0-9A-Z]{2}$/);
    expect(phone).not.toBe(people[at]![0]);
  });
  expect(new Set(rows.map(([phone]) => phone)).size).toBe(31);
  expect(rows[30]!.slice(0, 2)).toEqual(['', '']);
  expect(result.label).toBe('pseudonymised');
  expect(result.guardrails.find(({ id }) => id === 'G4')).toMatchObject({ verdict: 'warn', columns: ['phone'] });
  expect((await release()).result.sha256).toBe(result.sha256);
});

it('needs a key, and never leaves under the word anonymised', async () => {
  await expect(release({ keys: null })).rejects.toMatchObject({ code: 'KEY_MISSING' });
  await expect(release({ release: 'anonymised' })).rejects.toMatchObject({ code: 'GUARDRAIL_BLOCKS' });
});

it('invents one name for a name in every table, and tells whose it is no less than a pseudonym', async () => {
  const invent = step('replace-consistently', { columns: ['name'] });
  const named = async (table: string, kind: 'pseudonymised' | 'anonymised' = 'pseudonymised') => {
    const recipe = recipeOf([invent], { release: kind, target: { k: 1, suppression: 1 } });
    const own = [finding('name', 'full_name', { class: 'linked' })];
    const keepOrder = kind !== 'anonymised';
    const { result, certificate } = await runRelease(
      await desk.prepare(table, { recipe, findings: own, keepOrder, force: true }),
    );
    return { certificate, names: readCsv(readFileSync(result.output, 'utf8')).rows.map(([name]) => name!) };
  };
  const first = await named('name\nAda Example\nBo Sample\nAda Example\n');
  const second = await named('name\nbo sample\n');
  expect(first.names[0]).toMatch(/^[A-Z][a-z]{5} [A-Z][a-z]{5}$/);
  expect(first.names[2]).toBe(first.names[0]);
  expect(second.names).toEqual([first.names[1]]);
  expect(first.names[1]).not.toBe(first.names[0]);
  expect(first.certificate.output.columns).toMatchObject([{ treatment: 'hashed-keyed', sources: ['name'] }]);
  await expect(named('name\nAda Example\nBo Sample\n', 'anonymised')).rejects.toMatchObject({
    code: 'GUARDRAIL_BLOCKS',
  });
});
