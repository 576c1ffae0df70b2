import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registerCrypto as crypto } from '#engine/keys/register-crypto.ts';
import { exportHead, exportLog, proveEntry, proveExtension } from '#engine/journal/heads.ts';
import { getEntry, verifyRegister } from '#engine/journal/read-journal.ts';
import type { ExportedHead } from '#shared/contract/register.ts';
import { readNote } from '#shared/journal/checkpoint.ts';
import { judgeEntryProof, judgeExtension } from '#shared/journal/tlog-proof.ts';
import { appendSome, makeWorkspace, scratch } from '../workspace/support.ts';

/** The public key in the first of the keys that go with a head. */
const keyOf = ({ keys }: ExportedHead): string =>
  Buffer.from(keys[0]!.split('+').slice(2).join('+'), 'base64').subarray(1).toString('base64');
const checkpointOf = (head: ExportedHead) => {
  const read = readNote(head.note, keyOf(head), crypto);
  if ('problem' in read) throw new Error(read.problem);
  return read.checkpoint;
};
const kinds = (directory: string, heads: string[]) =>
  verifyRegister(directory, { profileDirectory: scratch(), heads }).problems.map(({ seq, kind }) => `${seq} ${kind}`);

/** A workspace of `many` entries and the head it then had. */
async function withHead(many: number) {
  const made = await makeWorkspace();
  appendSome(made.workspace, many - 2);
  return { ...made, head: exportHead(made.directory) };
}

describe('a head that is kept outside', () => {
  it('is read without a passphrase, also while the workspace is open, and changes nothing', async () => {
    const { directory, head } = await withHead(5);
    const before = readdirSync(directory);
    expect(checkpointOf(head)).toMatchObject({ size: 5, root: head.root });
    expect(head.note).toContain(`\n5\n`);
    expect(readdirSync(directory)).toEqual(before);
  });

  it('is what the register must go on from: also on a machine that never saw it', async () => {
    const { directory, workspace, head } = await withHead(5);
    expect(kinds(directory, [head.note])).toEqual([]);
    appendSome(workspace, 3);
    expect(kinds(directory, [head.note])).toEqual([]);
  });

  it('shows that a folder was put back whole, where nothing else does', async () => {
    const { directory, workspace } = await withHead(5);
    const old = scratch();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(directory, name), join(old, name));
    appendSome(workspace, 2);
    const head = exportHead(directory);
    const proof = proveEntry(directory, 6);
    await workspace.close();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(old, name), join(directory, name));
    expect(kinds(directory, [])).toEqual([]);
    expect(kinds(directory, [head.note])).toEqual(['6 removed']);
    // A proof that was handed out holds a head, too.
    expect(kinds(directory, [proof])).toEqual(['6 removed']);
  });

  it('of another register, or changed, is a finding that says which it is', async () => {
    const { directory, head } = await withHead(3);
    const other = await withHead(3);
    const found = verifyRegister(directory, {
      profileDirectory: scratch(),
      heads: [other.head.note, head.note.replace('\n3\n', '\n2\n'), 'no head at all'],
    });
    expect(found.ok).toBe(false);
    expect(found.problems.map(({ kind, detail }) => [kind, detail])).toEqual([
      [
        'head-invalid',
        expect.stringContaining('in the file that was given cannot be trusted: it is not signed by this'),
      ],
      ['head-invalid', expect.stringContaining('its signature does not match')],
      ['head-invalid', expect.stringContaining('it is not a signed checkpoint')],
    ]);
  });
});

describe('a proof that an entry is in the register', () => {
  it('holds for every entry, by nothing but the proof and the key, and carries the entry', async () => {
    const { directory, head } = await withHead(7);
    for (let seq = 1; seq <= 7; seq += 1) {
      const judged = judgeEntryProof(proveEntry(directory, seq), keyOf(head), crypto);
      expect(judged).toMatchObject({ checkpoint: { size: 7 } });
      const { kind, payload } = JSON.parse((judged as { entry: string }).entry) as { kind: string; payload: string };
      expect({ kind, payload: JSON.parse(payload) as unknown }).toMatchObject({
        kind: getEntry(directory, seq).kind,
        payload: getEntry(directory, seq).payload,
      });
    }
  });

  it('is refused with one wrong sibling, another index, another entry, another head, another key, or cut short', async () => {
    const { directory, workspace, head } = await withHead(7);
    const key = keyOf(head);
    const proof = proveEntry(directory, 3);
    const lines = proof.split('\n');
    const sibling = [...lines];
    sibling[3] = `${sibling[3]!.startsWith('A') ? 'B' : 'A'}${sibling[3]!.slice(1)}`;
    const longer = [...lines];
    longer.splice(3, 0, lines[3]!);
    const entry = [...lines];
    entry[1] = proveEntry(directory, 4).split('\n')[1]!;
    appendSome(workspace, 1);
    const changed: Record<string, string> = {
      sibling: sibling.join('\n'),
      'one hash more': longer.join('\n'),
      index: proof.replace('\nindex 2\n', '\nindex 3\n'),
      'index beyond': proof.replace('\nindex 2\n', '\nindex 700\n'),
      'index with a zero before': proof.replace('\nindex 2\n', '\nindex 02\n'),
      entry: entry.join('\n'),
      'newer head': `${proof.slice(0, proof.indexOf('\n\n') + 2)}${exportHead(directory).note}`,
      size: proof.replace('\n7\n', '\n8\n'),
      'cut short': proof.slice(0, 200),
      'no head': proof.slice(0, proof.indexOf('\n\n') + 2),
      header: proof.replace('@v1', '@v2'),
    };
    expect(judgeEntryProof(proof, key, crypto)).toHaveProperty('entry');
    for (const [what, text] of Object.entries(changed)) {
      expect(text, what).not.toBe(proof);
      expect(judgeEntryProof(text, key, crypto), what).toHaveProperty('problem', expect.stringMatching(/^[A-Z].*\.$/));
    }
    const stranger = (await withHead(3)).head;
    expect(judgeEntryProof(proof, keyOf(stranger), crypto)).toHaveProperty('problem');
  });

  it('is not made of an entry that is not there, or of a register that does not hold', async () => {
    const { directory } = await withHead(3);
    expect(() => proveEntry(directory, 4)).toThrow(expect.objectContaining({ code: 'ENTRY_UNKNOWN' }));
  });
});

describe('a proof that the register goes on from an older head', () => {
  it('holds by nothing but both heads and the key', async () => {
    const { directory, workspace, head } = await withHead(3);
    const older = checkpointOf(head);
    for (let more = 0; more < 6; more += 1) {
      const proof = proveExtension(directory, head.note, 'old.head');
      expect(judgeExtension(proof, older, keyOf(head), crypto)).toMatchObject({ checkpoint: { size: 3 + more } });
      for (const [text, from] of [
        [proof, { ...older, root: 'ab'.repeat(32) }],
        [proof, { ...older, size: 2 }],
        [proof, { ...older, origin: 'custos/another' }],
        [proof.replace('old 3', 'old 4'), older],
        [proof.slice(0, -40), older],
      ] as const)
        expect(judgeExtension(text, from, keyOf(head), crypto)).toHaveProperty('problem');
      appendSome(workspace, 1);
    }
  });

  it('is refused in one sentence for the head of another register and of one that was cut back', async () => {
    const { directory, workspace } = await withHead(3);
    const old = scratch();
    copyFileSync(join(directory, 'register.sqlite'), join(old, 'register.sqlite'));
    appendSome(workspace, 2);
    const newer = exportHead(directory);
    await workspace.close();
    copyFileSync(join(old, 'register.sqlite'), join(directory, 'register.sqlite'));
    expect(() => proveExtension(directory, newer.note, 'new.head')).toThrow(
      expect.objectContaining({
        code: 'NOTE_REFUSED',
        message: 'The register does not go on from new.head: that head covers 5 entries, and only 3 are here.',
      }),
    );
    const { head } = await withHead(3);
    expect(() => proveExtension(directory, head.note, 'other.head')).toThrow(
      expect.objectContaining({ code: 'NOTE_REFUSED', message: expect.stringContaining('other.head cannot be used') }),
    );
  });
});

it('the log as JSON Lines holds every stored column of every entry', async () => {
  const { directory } = await withHead(4);
  const rows = exportLog(directory)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(Object.keys(rows[0]!)).toEqual([
    'seq',
    'leaf_hash',
    'prev_hash',
    'ts',
    'kind',
    'actor',
    'subject_ref',
    'payload',
    'clock',
  ]);
  expect(rows[2]!.leaf_hash).toBe(getEntry(directory, 3).leafHash);
});
