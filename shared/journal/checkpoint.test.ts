import { describe, expect, it } from 'vitest';
import { registerCrypto as crypto } from '#engine/keys/register-crypto.ts';
import { noteSigner, signerOf } from '#engine/keys/signing-key.ts';
import { checkpointText, logOrigin, readNote, signCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { signText, writeSignature, type NoteSigner } from './signed-note.ts';

const origin = logOrigin('0a1b2c3d-0000-4000-8000-000000000000');
const signer = noteSigner(origin, signerOf(new Uint8Array(32).fill(7)));
const stranger = noteSigner(origin, signerOf(new Uint8Array(32).fill(8)));
const other = noteSigner('dpo.example.org', signerOf(new Uint8Array(32).fill(9)));
const checkpoint = { origin, size: 3, root: 'ab'.repeat(32), at: '2026-01-05T09:00:03.000Z' };
const seconds = Date.parse(checkpoint.at) / 1000;
const text = checkpointText(checkpoint, crypto);
const note = signCheckpoint(checkpoint, signer, crypto);

const signed = (by: NoteSigner, over = text): string => writeSignature(signText(over, by, crypto), crypto);
const timed = (by: NoteSigner, at = seconds, over = text): string =>
  writeSignature(cosign(over, at, by, crypto), crypto);
const read = (of: string) => {
  const found = readNote(of, signer.publicKey, crypto);
  return 'checkpoint' in found ? found.checkpoint : found.problem;
};

describe('a signed checkpoint', () => {
  it('is a C2SP note of three lines: origin, size, root; the time stands in a cosignature under the same key', () => {
    expect(note.split('\n')).toEqual([
      origin,
      '3',
      Buffer.from(checkpoint.root, 'hex').toString('base64'),
      '',
      expect.stringMatching(`^— ${origin} [A-Za-z0-9+/=]{92}$`),
      expect.stringMatching(`^— ${origin} [A-Za-z0-9+/=]{104}$`),
      '',
    ]);
    expect(read(note)).toEqual(checkpoint);
  });

  it('keeps its time in whole seconds', () => {
    expect(read(signCheckpoint({ ...checkpoint, at: '2026-01-05T09:00:03.999Z' }, signer, crypto))).toEqual(checkpoint);
  });

  it('of before there were cosignatures, with its time as a fourth line, is read for ever', () => {
    // Written by Custos 0.1 with the key of these tests: text, then Ed25519 (type 01) over all four lines.
    const old =
      'custos/0a1b2c3d-0000-4000-8000-000000000000\n3\nq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n' +
      'at 2026-01-05T09:00:03.000Z\n\n' +
      '— custos/0a1b2c3d-0000-4000-8000-000000000000 ' +
      '7uK534eEkNByZBlyJ8yt4P+nTvH+L/Xy/MmiexyZojtO7RwoGkgVZHPGOtbrB1MXBzEu+YxjD4YYFcRMfuLnayOw7Q8=\n';
    expect(read(old)).toEqual(checkpoint);
    expect(read(old.replace('09:00:03', '09:00:04'))).toBe('its signature does not match its text');
  });

  it('ignores signatures by keys that it does not know, and other people’s cosignatures', () => {
    expect(read(note + signed(stranger) + timed(other))).toEqual(checkpoint);
    expect(read(`${text}\n${signed(stranger)}${timed(stranger)}`)).toBe("it is not signed by this workspace's key");
  });

  it.each([
    ['a bad signature by the known key', `${text}\n${signed(signer, 'something else\n')}${timed(signer)}`],
    ['a bad time by the known key', `${text}\n${signed(signer)}${timed(signer, seconds, 'something else\n')}`],
    ['no time', `${text}\n${signed(signer)}`],
    ['a time by another key only', `${text}\n${signed(signer)}${timed(other)}`],
    ['a time only', `${text}\n${timed(signer)}`],
    ['another size', note.replace('\n3\n', '\n4\n')],
    ['a trailing space', note.replace('\n3\n', '\n3 \n')],
    ['a size with a leading zero', note.replace('\n3\n', '\n03\n')],
    ['no newline at the end', note.slice(0, -1)],
    ['no empty line', note.replace('\n\n', '\n')],
    ['no signature', note.slice(0, note.indexOf('\n\n') + 2)],
    ['a cut signature', `${note.slice(0, -10)}\n`],
    ['a known good and a known bad signature', note + signed(signer, 'something else\n')],
    ['an additional line', note.replace('\n\n', '\nmore\n\n')],
    ['Windows line ends', note.replaceAll('\n', '\r\n')],
    ['a sign that no note may hold', note.replace('\n3\n', '\n3\n\u0007')],
    ['more lines than anybody signs', note + signed(stranger).repeat(70)],
    ['nothing', ''],
  ])('is refused with %s', (_, changed) => {
    expect(readNote(changed, signer.publicKey, crypto)).toHaveProperty('problem');
  });
});
