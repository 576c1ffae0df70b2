import { registerCheckText } from '#shared/text/journal.ts';
import { readNote, type Checkpoint } from './checkpoint.ts';
import { verifyConsistency, verifyInclusion } from './merkle.ts';
import type { RegisterCrypto } from './register-crypto.ts';

const said = registerCheckText.proof;

/** That an entry is in a log (C2SP tlog-proof): hashes as hex, the checkpoint as a signed note. */
export interface EntryProof {
  /** The text under the entry's leaf hash (`leafText`), as `extra`: untrusted until its hash is the proven leaf. */
  entry: string;
  /** 0-based: the entry's `seq` less one. */
  index: number;
  hashes: string[];
  note: string;
}

/** That a log goes on from an older head (the body of C2SP tlog-witness's add-checkpoint). */
export interface ExtensionProof {
  oldSize: number;
  hashes: string[];
  note: string;
}

const proofHeader = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 entries has no longer path. */
const mostHashes = 64;
const longest = 16_777_216;

const lines = (hashes: readonly string[], crypto: RegisterCrypto): string =>
  hashes.map((hash) => `${crypto.toBase64(hash)}\n`).join('');

/** The text of a `.tlog-proof` file. */
export const writeEntryProof = ({ entry, index, hashes, note }: EntryProof, crypto: RegisterCrypto): string =>
  `${proofHeader}\nextra ${crypto.textToBase64(entry)}\nindex ${index}\n${lines(hashes, crypto)}\n${note}`;

/** The text that proves an extension: the older size, the path, an empty line, the newer checkpoint. */
export const writeExtensionProof = ({ oldSize, hashes, note }: ExtensionProof, crypto: RegisterCrypto): string =>
  `old ${oldSize}\n${lines(hashes, crypto)}\n${note}`;

/** The checkpoint in a file that was handed out: the file itself, or what stands below a proof. */
export const noteIn = (text: string): string =>
  text.startsWith(`${proofHeader}\n`) || /^old \d/.test(text) ? text.slice(text.indexOf('\n\n') + 2) : text;

function readHashes(texts: readonly string[], crypto: RegisterCrypto): string[] | null {
  const hashes = texts.map((text) => crypto.fromBase64(text));
  return hashes.length <= mostHashes && hashes.every((hash) => hash?.length === 64) ? (hashes as string[]) : null;
}

const number = (text: string | undefined): number | null => {
  const found = /^(0|[1-9][0-9]{0,15})$/.exec(text ?? '');
  return found === null ? null : Number(found[1]);
};

/** Takes a proof of an entry apart, strictly; nothing is checked. Null for anything else. */
export function readEntryProof(text: string, crypto: RegisterCrypto): EntryProof | null {
  if (text.length > longest || !text.startsWith(`${proofHeader}\nextra `)) return null;
  const border = text.indexOf('\n\n');
  const [, extra = '', index = '', ...rest] = text.slice(0, Math.max(border, 0)).split('\n');
  const entry = crypto.textFromBase64(extra.slice('extra '.length));
  const at = index.startsWith('index ') ? number(index.slice('index '.length)) : null;
  const hashes = readHashes(rest, crypto);
  return entry === null || at === null || hashes === null
    ? null
    : { entry, index: at, hashes, note: text.slice(border + 2) };
}

/** The same of the proof of an extension. */
export function readExtensionProof(text: string, crypto: RegisterCrypto): ExtensionProof | null {
  const border = text.indexOf('\n\n');
  if (text.length > longest || border < 0) return null;
  const [old = '', ...rest] = text.slice(0, border).split('\n');
  const oldSize = old.startsWith('old ') ? number(old.slice('old '.length)) : null;
  const hashes = readHashes(rest, crypto);
  return oldSize === null || hashes === null ? null : { oldSize, hashes, note: text.slice(border + 2) };
}

/**
 * Whether a `.tlog-proof` proves its entry under a checkpoint that this key signed.
 * @returns the entry's text and the checkpoint, or what is wrong in one sentence
 */
export function judgeEntryProof(
  text: string,
  publicKey: string,
  crypto: RegisterCrypto,
): { entry: string; checkpoint: Checkpoint } | { problem: string } {
  const proof = readEntryProof(text, crypto);
  if (proof === null) return { problem: said.noProof };
  const read = readNote(proof.note, publicKey, crypto);
  if ('problem' in read) return { problem: said.headUntrusted(read.problem) };
  const { checkpoint } = read;
  const leaf = crypto.leafHash(proof.entry);
  return verifyInclusion(leaf, proof.index, checkpoint.size, proof.hashes, checkpoint.root, crypto)
    ? { entry: proof.entry, checkpoint }
    : { problem: said.entryNotIn(proof.index + 1) };
}

/** Whether a proof shows that its log goes on from `older`. @returns null, or what is wrong in one sentence */
export function judgeExtension(
  text: string,
  older: Checkpoint,
  publicKey: string,
  crypto: RegisterCrypto,
): { checkpoint: Checkpoint } | { problem: string } {
  const proof = readExtensionProof(text, crypto);
  if (proof === null) return { problem: said.noProof };
  const read = readNote(proof.note, publicKey, crypto);
  if ('problem' in read) return { problem: said.headUntrusted(read.problem) };
  const { checkpoint } = read;
  if (checkpoint.origin !== older.origin) return { problem: said.otherLog };
  return proof.oldSize === older.size &&
    verifyConsistency(older.size, checkpoint.size, proof.hashes, older.root, checkpoint.root, crypto)
    ? { checkpoint }
    : { problem: said.notContinued(older.size) };
}
