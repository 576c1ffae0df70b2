import { registerCheckText } from '#shared/text/journal.ts';
import type { RegisterCrypto } from './register-crypto.ts';

const said = registerCheckText.note;

/** Type of a signature in a signed note: `01` Ed25519 over the text, `04` a cosignature with its time (C2SP). */
export type SignatureType = '01' | '04';

/** One line of signature: who by name, which of their keys (8 hex digits), and the signature's bytes as hex. */
export interface NoteSignature {
  name: string;
  keyHash: string;
  bytes: string;
}

export interface SignedNote {
  /** What is signed, with its last newline. */
  text: string;
  signatures: NoteSignature[];
}

/** A key that signatures of a note are checked with: its name, and 32 raw bytes in base64. */
export interface NoteKey {
  name: string;
  publicKey: string;
}

/** Whoever signs: an Ed25519 signature (64 bytes, base64) over the UTF-8 bytes of a text. */
export interface NoteSigner extends NoteKey {
  sign(text: string): string;
}

/** Far more than the sixteen lines that the specification asks for; a note beyond is nobody's. */
const mostLines = 64;
const longest = 65_536;

/** No control sign but the newline; a name has neither spaces nor a plus. */
const forbidden = /(?!\n)\p{Cc}/u;
const signatureLine = /^— ([^\s\u0085+]{1,200}) ([A-Za-z0-9+/]+={0,2})$/u;

/** Whether a name can stand in a signature line. */
export const isKeyName = (name: string): boolean => /^[^\s\p{Cc}+]{1,200}$/u.test(name);

/** One signature line, with its newline. `bytes` is hex. */
export const writeSignature = ({ name, keyHash, bytes }: NoteSignature, crypto: RegisterCrypto): string =>
  `— ${name} ${crypto.toBase64(`${keyHash}${bytes}`)}\n`;

/** A line as `writeSignature` gives it, without its newline; null for anything else. */
export function readSignature(line: string, crypto: RegisterCrypto): NoteSignature | null {
  const parts = signatureLine.exec(line);
  const bytes = parts === null ? null : crypto.fromBase64(parts[2] as string);
  if (parts === null || bytes === null || bytes.length <= 8) return null;
  return { name: parts[1] as string, keyHash: bytes.slice(0, 8), bytes: bytes.slice(8) };
}

/**
 * Takes a C2SP signed note apart, strictly; no signature is checked. The text ends before the last empty line.
 * @returns the note, or what is wrong with it as half a sentence
 */
export function parseNote(note: string, crypto: RegisterCrypto): SignedNote | { problem: string } {
  const border = note.lastIndexOf('\n\n');
  if (border < 0 || !note.endsWith('\n') || note.length > longest || forbidden.test(note))
    return { problem: said.noCheckpoint };
  const lines = note.slice(border + 2, -1).split('\n');
  const signatures = lines.slice(0, mostLines).map((line) => readSignature(line, crypto));
  if (lines.length > mostLines || signatures.includes(null)) return { problem: said.signatureLine };
  return { text: note.slice(0, border + 1), signatures: signatures as NoteSignature[] };
}

/** Ed25519 over the text itself (type 01). */
export function signText(text: string, signer: NoteSigner, crypto: RegisterCrypto): NoteSignature {
  return {
    name: signer.name,
    keyHash: crypto.keyHash(signer.name, signer.publicKey, '01'),
    bytes: crypto.fromBase64(signer.sign(text)) ?? '',
  };
}

/**
 * What a key says of a note: `signed`, `absent` where no line is by that key, `wrong` where one is and does not fit. A
 * wrong one counts more than a right one, as the specification asks.
 */
export function judgeSignature(
  { text, signatures }: SignedNote,
  key: NoteKey,
  crypto: RegisterCrypto,
): 'signed' | 'absent' | 'wrong' {
  const known = crypto.keyHash(key.name, key.publicKey, '01');
  const own = signatures.filter(({ name, keyHash }) => name === key.name && keyHash === known);
  if (own.length === 0) return 'absent';
  return own.every(
    ({ bytes }) => bytes.length === 128 && crypto.verifySignature(key.publicKey, text, crypto.toBase64(bytes)),
  )
    ? 'signed'
    : 'wrong';
}

/** A public key as others' tools take it (C2SP vkey): name, key hash, then type and key in base64. */
export const verifierKey = ({ name, publicKey }: NoteKey, type: SignatureType, crypto: RegisterCrypto): string =>
  `${name}+${crypto.keyHash(name, publicKey, type)}+${crypto.toBase64(`${type}${crypto.fromBase64(publicKey) ?? ''}`)}`;

/** Reads what `verifierKey` writes; null for another type, a wrong hash, or anything else. */
export function readVerifierKey(text: string, type: SignatureType, crypto: RegisterCrypto): NoteKey | null {
  const [name = '', keyHash = '', ...rest] = text.trim().split('+');
  const bytes = crypto.fromBase64(rest.join('+'));
  if (!isKeyName(name) || bytes?.length !== 66 || !bytes.startsWith(type)) return null;
  const publicKey = crypto.toBase64(bytes.slice(2));
  return crypto.keyHash(name, publicKey, type) === keyHash ? { name, publicKey } : null;
}
