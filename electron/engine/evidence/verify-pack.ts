import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { isTablesCertificate, verifyTablesCertificate } from '#shared/certificate/verify-tables-certificate.ts';
import { verifyCertificate } from '#shared/certificate/verify-certificate.ts';
import { isToldCertificate, verifyToldCertificate } from '#shared/certificate/verify-told-certificate.ts';
import type { PackVerification } from '#shared/contract/evidence.ts';
import {
  manifest,
  manifestFile,
  manifestNoteText,
  manifestSignatureFile,
  manifestText,
  readOutCode,
  type Manifest,
} from '#shared/evidence/manifest.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { logOrigin, readNote } from '#shared/journal/checkpoint.ts';
import { judgeSignature, parseNote } from '#shared/journal/signed-note.ts';
import { statedSizes } from '#shared/journal/head-statements.ts';
import type { RawRow } from '#shared/journal/verify-log.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import { examineLog } from '#shared/journal/verify-log.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';
import { holdProofs, type HeldProofs } from '#engine/journal/held/hold-retention.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { checkCopies } from './check-copies.ts';
import { checkStamps } from './check-stamps.ts';
import { readZip, type ZipContents } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

type Found = PackVerification['problems'];
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Checks an evidence pack by itself, on a machine that never saw its workspace: its signed manifest, every file against
 * it, the log against its signed head, and the certificates. Nothing is unpacked into the file system.
 * @param path of the ZIP
 * @throws Failure FILE_UNREADABLE, FILE_DAMAGED where it cannot be opened as a pack at all
 */
export async function verifyPack(path: string): Promise<PackVerification> {
  const name = basename(path);
  const zip = await readZip(path, name);
  try {
    return await judged(zip, path, name);
  } finally {
    zip.close();
  }
}

async function judged(zip: ZipContents, path: string, name: string): Promise<PackVerification> {
  const stated = await readManifest(zip, name);
  if ('problem' in stated) return failed(name, stated.problem);
  const { value, bytes } = stated;
  const signature = await checkSignature(zip, value, sha256(bytes));
  const { files, problems } = await checkFiles(zip, value);
  // Of a list that nobody signed no file can be held to anything.
  if (signature.problems.length > 0)
    return { ...told(name, value, sha256(bytes), signature.madeAt, zip), problems: signature.problems };
  const found: Found = [...problems];
  const log = checkLog(files, value);
  found.push(...log.problems, ...checkRecords(files), ...checkCertificates(files, value.publicKey));
  // Of a log that does not hold nothing can be held to what it says.
  const rows = rowsIn(files);
  const proven = log.problems.length === 0 ? holdProofs(rows) : null;
  if (proven !== null) found.push(...proofProblems(proven), ...checkCopies(files, rows));
  const stamps = await checkStamps(files, rows, logOrigin(value.workspaceId));
  // What is missing or changed beside the manifest is said already.
  found.push(...stamps.filter(({ file }) => !problems.some((known) => known.file === file)));
  if (found.length === 0) found.push(...(await checkContainer(zip, path, files)));
  return {
    ...told(name, value, sha256(bytes), signature.madeAt, zip),
    ok: found.length === 0,
    entries: files.has(packPlaces.log) ? value.log.size : null,
    ...(files.has(packPlaces.log) && proven !== null ? { retentionProofs: proven.proofs } : {}),
    problems: found,
  };
}

/** What a pack says of itself. */
const told = (
  pack: string,
  value: Manifest,
  hash: string,
  madeAt: string | null,
  zip: ZipContents,
): Omit<PackVerification, 'problems'> => ({
  ok: false,
  pack,
  organisation: value.organisation,
  asOf: value.asOf,
  profile: value.profile,
  madeAt,
  code: readOutCode(hash),
  publicKey: value.publicKey,
  files: zip.paths.length,
  entries: null,
});

const failed = (pack: string, problem: Found[number]): PackVerification => ({
  ok: false,
  pack,
  organisation: null,
  asOf: null,
  profile: null,
  madeAt: null,
  code: null,
  publicKey: null,
  files: 0,
  entries: null,
  problems: [problem],
});

async function readManifest(
  zip: ZipContents,
  name: string,
): Promise<{ value: Manifest; bytes: Buffer } | { problem: Found[number] }> {
  const bytes = await zip.read(manifestFile).catch(() => null);
  if (bytes === null) return { problem: { file: manifestFile, kind: 'missing', detail: text.noManifest(name) } };
  const broken = { problem: { file: manifestFile, kind: 'changed', detail: text.manifestUnreadable(name) } };
  try {
    const parsed = manifest.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success && manifestText(parsed.data) === bytes.toString('utf8')
      ? { value: parsed.data, bytes }
      : broken;
  } catch {
    return broken;
  }
}

/** The note that signs the manifest's hash with the workspace's key, and says when. */
async function checkSignature(
  zip: ZipContents,
  { workspaceId, publicKey }: Manifest,
  hash: string,
): Promise<{ madeAt: string | null; problems: Found }> {
  const problem = (kind: string, detail: string) => ({
    madeAt: null,
    problems: [{ file: manifestSignatureFile, kind, detail }],
  });
  const bytes = await zip.read(manifestSignatureFile).catch(() => null);
  if (bytes === null) return problem('missing', text.noSignature);
  const note = parseNote(bytes.toString('utf8'), registerCrypto);
  const madeAt = 'problem' in note ? undefined : /^made (\S+)\n$/m.exec(`${note.text}`)?.[1];
  if ('problem' in note || madeAt === undefined || note.text !== manifestNoteText(workspaceId, hash, madeAt))
    return problem('changed', text.signatureOfOther);
  return judgeSignature(note, { name: logOrigin(workspaceId), publicKey }, registerCrypto) === 'signed'
    ? { madeAt, problems: [] }
    : problem('changed', text.signatureWrong);
}

/** Every file of the pack against the manifest: those that are there and those that should be. */
async function checkFiles(
  zip: ZipContents,
  { files }: Manifest,
): Promise<{ files: Map<string, Buffer>; problems: Found }> {
  const problems: Found = [];
  const read = new Map<string, Buffer>();
  const listed = new Set([manifestFile, manifestSignatureFile, ...files.map(({ path }) => path)]);
  for (const path of zip.paths)
    if (!listed.has(path)) problems.push({ file: path, kind: 'added', detail: text.added(path) });
  for (const { path, bytes, sha256: stated } of files) {
    const content = await zip.read(path).catch(() => Buffer.alloc(0));
    if (content === null) problems.push({ file: path, kind: 'missing', detail: text.missing(path) });
    else if (content.length !== bytes || sha256(content) !== stated)
      problems.push({ file: path, kind: 'changed', detail: text.changed(path) });
    else read.set(path, content);
  }
  return { files: read, problems };
}

const proofProblems = ({ problems }: HeldProofs): Found =>
  problems.map(({ kind, detail }) => ({ file: packPlaces.log, kind, detail }));

/** A line of the log; what its values are is known once it verified. */
type Row = RawRow & StoredEntry & { public_key?: unknown; signature?: unknown };

const rowsOf = (lines: string): Row[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
    .map((row) => ({ ...row, clock: row.clock ?? null }));

/** The entries in a pack; none where they cannot be read, which is told of the log. */
function rowsIn(files: ReadonlyMap<string, Buffer>): Row[] {
  try {
    return rowsOf(files.get(packPlaces.log)?.toString('utf8') ?? '');
  } catch {
    return [];
  }
}

/** Operators' signatures by entry. */
const signaturesOf = (rows: readonly Row[]) =>
  new Map(
    rows.flatMap(({ seq, public_key: key, signature }) =>
      signature === undefined ? [] : [[seq, { public_key: key, signature }] as const],
    ),
  );

/** Of a pack without the log: its head is the one that the list names. */
function headAlone(head: string, publicKey: string, log: Manifest['log']): Found {
  const note = readNote(head, publicKey, registerCrypto);
  const same = 'checkpoint' in note && note.checkpoint.size === log.size && note.checkpoint.root === log.root;
  return same ? [] : [{ file: packPlaces.checkpoint, kind: 'changed', detail: text.headOfOther }];
}

/** The log in the pack against its own hashes, its head, and what the manifest says of it. */
function checkLog(
  files: ReadonlyMap<string, Buffer>,
  { workspaceId, publicKey, log, profile, files: listed }: Manifest,
): { problems: Found } {
  const entries = files.get(packPlaces.log);
  const head = files.get(packPlaces.checkpoint)?.toString('utf8');
  const isListed = (path: string): boolean => listed.some((file) => file.path === path);
  // What the list names and is missing or changed was named already; what it does not name has to be there all the same.
  const absent = [packPlaces.checkpoint, ...(profile === 'public' ? [] : [packPlaces.log])].filter(
    (path) => !isListed(path),
  );
  if (absent.length > 0)
    return { problems: absent.map((file) => ({ file, kind: 'missing', detail: text.notInPack(file) })) };
  if (head === undefined) return { problems: [] };
  if (entries === undefined) return { problems: profile === 'public' ? headAlone(head, publicKey, log) : [] };
  const problem = (kind: string, detail: string): Found => [{ file: packPlaces.log, kind, detail }];
  try {
    const rows = rowsOf(entries.toString('utf8'));
    const signatures = signaturesOf(rows);
    const { verification } = examineLog(
      rows,
      {
        workspaceId,
        publicKey,
        newest: head,
        heads: [],
        problems: [],
        statedSizes: statedSizes(rows.map(({ kind, payload }) => ({ kind, payload }))),
        signatureOf: (seq) => signatures.get(seq),
      },
      registerCrypto,
    );
    const note = readNote(head, publicKey, registerCrypto);
    const same = 'checkpoint' in note && note.checkpoint.size === log.size && note.checkpoint.root === log.root;
    return {
      problems: [
        ...verification.problems
          .filter(({ seq }) => !verification.ok || seq === null)
          .map(({ kind, detail }) => ({
            file: packPlaces.log,
            kind,
            detail,
          })),
        ...(same ? [] : problem('changed', text.headOfOther)),
      ],
    };
  } catch {
    return { problems: problem('changed', text.logUnreadable) };
  }
}

const versionInLog = z.object({
  recordKind: z.string(),
  recordId: z.string(),
  version: z.number(),
  versionSha256: z.string(),
});
const packedRegister = z.object({
  records: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      ref: z.string(),
      version: z.number(),
      state: z.string(),
      sha256: z.string(),
    }),
  ),
});
const versionKey = (kind: string, id: string, version: number): string => JSON.stringify([kind, id, version]);

/** Versions of the register that somebody sent or approved are those that the log tells of, by their hash. */
function checkRecords(files: ReadonlyMap<string, Buffer>): Found {
  const [log, register] = [files.get(packPlaces.log), files.get(`${packPlaces.register}/register.json`)];
  if (log === undefined || register === undefined) return [];
  const file = `${packPlaces.register}/register.json`;
  try {
    const known = new Map<string, string>();
    for (const { kind, payload } of rowsOf(log.toString('utf8')))
      if (kind === 'record.sent' || kind === 'record.approved') {
        const said = versionInLog.parse(JSON.parse(String(payload)));
        known.set(versionKey(said.recordKind, said.recordId, said.version), said.versionSha256);
      }
    return packedRegister
      .parse(JSON.parse(register.toString('utf8')))
      .records.filter(({ state }) => state === 'approved' || state === 'in-review' || state === 'retired')
      .filter(({ kind, id, version, sha256: hash }) => known.get(versionKey(kind, id, version)) !== hash)
      .map(({ ref, version }) => ({ file, kind: 'record', detail: text.recordOtherwise(ref, version) }));
  } catch {
    return [{ file, kind: 'changed', detail: text.changed(file) }];
  }
}

/** Certificates carry the workspace's signature, each by itself. */
function checkCertificates(files: ReadonlyMap<string, Buffer>, trustedPublicKey: string): Found {
  const problems: Found = [];
  for (const [file, content] of files) {
    if (!file.endsWith('.certificate.json')) continue;
    const value: unknown = JSON.parse(content.toString('utf8'));
    const tools = { verify: registerCrypto.verifySignature, trustedPublicKey };
    const check = isTablesCertificate(value)
      ? verifyTablesCertificate(value, { ...tools, hashOf: () => null })
      : isToldCertificate(value)
        ? verifyToldCertificate(value, { ...tools, checksSha256: () => null })
        : verifyCertificate(value, { ...tools, outputSha256: null });
    if (check.signature !== 'valid')
      problems.push({ file, kind: 'certificate', detail: check.problems[0] ?? text.changed(file) });
  }
  return problems;
}

/** What lies between the files of the ZIP: whoever changes it changes no evidence, and still is noticed. */
async function checkContainer(zip: ZipContents, path: string, files: ReadonlyMap<string, Buffer>): Promise<Found> {
  const contents = await Promise.all(
    zip.paths.map(async (each) => ({
      path: each,
      content: files.get(each) ?? (await zip.read(each)) ?? Buffer.alloc(0),
    })),
  );
  const made = await writeZip(contents);
  // Much more than its files is a gap that need not be read to be seen; it may be larger than any memory.
  if ((await stat(path)).size > 2 * made.length + 2 ** 20)
    return [{ file: null, kind: 'container', detail: text.container(null) }];
  const given = await readFile(path);
  if (made.equals(given)) return [];
  const at = made.findIndex((byte, index) => byte !== given[index]);
  const near = contents.findLast(({ path: each }) => given.indexOf(each) <= (at < 0 ? given.length : at));
  return [{ file: near?.path ?? null, kind: 'container', detail: text.container(near?.path ?? null) }];
}
