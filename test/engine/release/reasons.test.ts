import { afterEach, beforeEach, expect, it } from 'vitest';
import { signedText, type Certificate } from '#shared/certificate/certificate.ts';
import { certificatePage } from '#shared/certificate/certificate-page.ts';
import { verifyCertificate } from '#shared/certificate/verify-certificate.ts';
import { stateOf } from '#shared/domain/guardrail.ts';
import { entryKinds } from '#shared/journal/entry-kinds/index.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => {
  folders = testFolders();
});
afterEach(() => folders.remove());

const text = 'email,city\na@example.com,Bonn\nb@example.com,Ulm\nc@example.com,Bonn\n';
const findings = [
  finding('email', 'email_address', { class: 'linked', category: 'personal' }),
  finding('city', 'city', { class: 'linkable', category: 'personal' }),
];
/** Stands for a signature: whoever has the same text gets the same. */
const mark = (said: string): string => `signed:${said}`;
const tools = {
  verify: (_key: string, said: string, signature: string) => signature === mark(said),
  outputSha256: null,
};

async function released() {
  const input = await releaseInput(folders, text, {
    recipe: recipeOf([step('keyed-hash', { columns: ['email'] })], { release: 'pseudonymised' }),
    findings,
    unconfirmed: ['city'],
    workspace: { id: 'w1', organisation: 'Example' },
    signer: { publicKey: 'key', keyId: 'k1', sign: (bytes: Uint8Array) => mark(Buffer.from(bytes).toString('utf8')) },
  });
  try {
    return await runRelease(input);
  } finally {
    await input.close();
  }
}

const page = (made: Certificate): string => certificatePage(made, { label: 'pseudonymised', signatureValid: true });

it('a certificate gives every reason by its code, with its counts and names, and in words', async () => {
  const { certificate } = await released();
  const saidOf = (id: string) => certificate.guardrails.find((answer) => answer.id === id);
  expect(saidOf('G6')).toMatchObject({
    columns: ['city'],
    reason: { code: 'small-classes', values: { k: 1, targetK: 2, countsPeople: false, counted: ['city'] } },
    message: expect.stringMatching(/^Some combinations are shared by only 1 row, 2 are wanted\./),
    evidence: 'Counted over 1 column (“city”): k 1, target 2.',
  });
  expect(saidOf('G7')).toMatchObject({ columns: ['city'], reason: { code: 'unconfirmed', values: {} } });
  expect(certificate.guardrails.filter(({ reason }) => reason === undefined)).toEqual([]);
  expect(verifyCertificate(certificate, tools)).toMatchObject({ ok: true });
});

it('no reason tells a value of a cell', async () => {
  const { certificate } = await released();
  const told = JSON.stringify(certificate.guardrails.map(({ reason }) => reason));
  for (const value of ['example.com', 'Bonn', 'Ulm']) expect(told).not.toContain(value);
});

it('a certificate from before there were codes still verifies, and says what it said', async () => {
  const { certificate } = await released();
  const { signature, ...body } = certificate;
  const before = {
    ...body,
    guardrails: body.guardrails.map(({ reason: _reason, state: _state, ...answer }) => answer),
  };
  const old = { ...before, signature: { ...signature!, signature: mark(signedText({ ...before, signature })) } };
  const checked = verifyCertificate(JSON.parse(JSON.stringify(old)), tools);
  expect(checked).toMatchObject({ ok: true, problems: [] });
  expect(checked.certificate!.guardrails).toEqual(before.guardrails);
  expect(stateOf(checked.certificate!.guardrails.find(({ id }) => id === 'G6')!)).toBe('needs-you');
  const shown = page(checked.certificate!).replaceAll(/<[^>]+>/g, '');
  for (const { message } of before.guardrails) expect(shown).toContain(message.slice(0, 40));
});

it('a register entry names the code, and one from before there were codes is still an entry', () => {
  const entry = {
    datasetId: null,
    fileName: 'release.csv',
    sourceSha256: 'a'.repeat(64),
    recipeSha256: 'b'.repeat(64),
    purpose: 'p1',
    release: 'targeting' as const,
    code: 'GUARDRAIL_BLOCKS' as const,
  };
  const answer = { id: 'E4', verdict: 'block' as const, state: 'blocked' as const, columns: ['faith'] };
  const refused = entryKinds['release.refused'];
  expect(refused.parse({ ...entry, findings: [{ ...answer, code: 'in-targeting' }] }).findings).toEqual([
    { ...answer, code: 'in-targeting' },
  ]);
  expect(refused.parse({ ...entry, findings: [answer] }).findings).toEqual([answer]);
});
