import { describe, expect, it } from 'vitest';
import { registerCrypto as crypto } from '#engine/keys/register-crypto.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { checkpointText, logOrigin, readNote, signedNote } from './checkpoint.ts';

const signer = signerOf(new Uint8Array(32).fill(7));
const stranger = signerOf(new Uint8Array(32).fill(8));
const origin = logOrigin('0a1b2c3d-0000-4000-8000-000000000000');
const checkpoint = { origin, size: 3, root: 'ab'.repeat(32), at: '2026-01-05T09:00:03.000Z' };
const text = checkpointText(checkpoint, crypto);
const signedBy = (key: typeof signer, signed = text): string =>
  signedNote(text, origin, key.publicKey, key.sign(Buffer.from(signed)), crypto);
const note = signedBy(signer);
const line = (of: string): string => of.slice(of.indexOf('\n\n') + 2);

describe('a signed checkpoint', () => {
  it('is a C2SP signed note: origin, size, root, then the signature of exactly that', () => {
    expect(note.split('\n').slice(0, 3)).toEqual([origin, '3', Buffer.from(checkpoint.root, 'hex').toString('base64')]);
    expect(readNote(note, signer.publicKey, crypto)).toEqual({ checkpoint });
  });

  it('ignores signatures by keys that it does not know', () => {
    expect(readNote(note + line(signedBy(stranger)), signer.publicKey, crypto)).toEqual({ checkpoint });
    expect(readNote(signedBy(stranger), signer.publicKey, crypto)).toEqual({
      problem: "it is not signed by this workspace's key",
    });
  });

  it.each([
    ['a bad signature by the known key', signedBy(signer, 'something else')],
    ['another size', note.replace('\n3\n', '\n4\n')],
    ['another time', note.replace('09:00:03', '09:00:04')],
    ['a trailing space', note.replace('\n3\n', '\n3 \n')],
    ['a size with a leading zero', note.replace('\n3\n', '\n03\n')],
    ['no newline at the end', note.slice(0, -1)],
    ['no empty line', note.replace('\n\n', '\n')],
    ['no signature', note.slice(0, note.indexOf('\n\n') + 2)],
    ['a cut signature', `${note.slice(0, -10)}\n`],
    ['a known good and a known bad signature', note + line(signedBy(signer, 'something else'))],
    ['an additional line', note.replace('\n\n', '\nmore\n\n')],
    ['Windows line ends', note.replaceAll('\n', '\r\n')],
    ['nothing', ''],
  ])('is refused with %s', (_, changed) => {
    expect(readNote(changed, signer.publicKey, crypto)).toHaveProperty('problem');
  });
});
