import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { hashOfFile } from '#engine/journal/held/hold-files.ts';
import { entriesOf } from '#engine/catalog/repositories/entries-of.ts';
import { reading } from '#engine/journal/open-for-reading.ts';
import { getEntry } from '#engine/journal/read-journal.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import { printDocument } from '#engine/register-files/print-document.ts';
import { certificateDocument, type PageWords } from '#shared/certificate/certificate-page.ts';
import { documentPage, type PageDocument } from '#shared/pages/page-document.ts';
import type { TablesCertificate } from '#shared/certificate/tables-certificate.ts';
import { tablesCertificateDocument } from '#shared/certificate/tables-certificate-page.ts';
import type { ToldCertificate } from '#shared/certificate/told-certificate.ts';
import { toldCertificateDocument } from '#shared/certificate/told-certificate-page.ts';
import { isToldCertificate, verifyToldCertificate } from '#shared/certificate/verify-told-certificate.ts';
import { isTablesCertificate, verifyTablesCertificate } from '#shared/certificate/verify-tables-certificate.ts';
import { verifyCertificate, type CertificateCheck } from '#shared/certificate/verify-certificate.ts';
import type { RewrittenSince } from '#shared/domain/rewrites.ts';
import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { Failure } from '#shared/contract/failure.ts';
import { certificateFileText as text } from '#shared/text/certificate.ts';
import { labelWords } from '#shared/text/labels.ts';
import { sinceRelease } from './since-release.ts';

const ending = '.certificate.json';
/** Bytes. A certificate of ten thousand columns is a tenth of it. */
const largest = 80_000_000;

/** A certificate as it lies somewhere, of one table or of several, with all that could be checked of it there. */
export interface CheckedCertificate extends CertificateCheck {
  /** Of several tables; then `certificate` is null. */
  ofTables: TablesCertificate | null;
  /** Of figures that another engine told, and of no file; then `certificate` is null. */
  ofTold: ToldCertificate | null;
  /** The register's entry of the release, where a workspace was given and has it. */
  entry: PageWords['entry'];
  /** What that register says became of its source since; null: nothing, or nobody was asked. */
  rewrittenSince: RewrittenSince | null;
}

/**
 * Reads and checks a certificate, or the one beside a released file; the file itself where it lies beside it.
 * @param typed path of either
 * @param workspace folder whose register is asked for the entry; none: nobody is asked
 * @throws Failure FILE_MISSING, FILE_DAMAGED for what is no certificate of this version
 */
export async function checkCertificateFile(typed: string, workspace?: string): Promise<CheckedCertificate> {
  const path = typed.endsWith(ending) ? typed : `${typed}${ending}`;
  const bytes = await readBounded(path, largest).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new Failure('FILE_MISSING', text.unreadable(basename(path)), { cause: error });
  });
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new Failure('FILE_DAMAGED', text.noJson(basename(path)), { cause: error });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = {
    rewrittenSince: null,
    ...(workspace === undefined ? { entry: undefined } : knownOf(workspace, sha256)),
  };
  if (isTablesCertificate(value)) {
    // A name in a certificate leads nowhere but to the file beside it.
    const hashOf = (name: string): string | null => hashOfFile(join(dirname(path), basename(name)));
    const tables = verifyTablesCertificate(value, { verify: registerCrypto.verifySignature, hashOf });
    if (tables.certificate === null)
      throw new Failure('FILE_DAMAGED', text.refused(basename(path), tables.problems[0] ?? ''));
    return { ...tables, ofTables: tables.certificate, ofTold: null, certificate: null, ...known };
  }
  if (isToldCertificate(value)) {
    const checksSha256 = (name: string): string | null => hashOfFile(join(dirname(path), basename(name)));
    const told = verifyToldCertificate(value, { verify: registerCrypto.verifySignature, checksSha256 });
    if (told.certificate === null)
      throw new Failure('FILE_DAMAGED', text.refused(basename(path), told.problems[0] ?? ''));
    return { ...told, ofTables: null, ofTold: told.certificate, certificate: null, ...known };
  }
  const outputSha256 = hashOfFile(path.slice(0, -ending.length));
  const check = verifyCertificate(value, { verify: registerCrypto.verifySignature, outputSha256 });
  if (check.certificate === null)
    throw new Failure('FILE_DAMAGED', text.refused(basename(path), check.problems[0] ?? ''));
  return { ...check, ofTables: null, ofTold: null, ...known };
}

/** The entry that names a certificate by its hash, and what became of the source after it. */
function knownOf(workspace: string, sha256: string): Pick<CheckedCertificate, 'entry' | 'rewrittenSince'> {
  const { found, told, ...sources } = reading(workspace, (db) => ({
    found: entriesOf(db, ['release.written', 'tables.released']).findLast(
      ({ payload }) => payload.certificateSha256 === sha256,
    ),
    told: entriesOf(db, ['elsewhere.told']).findLast(({ payload }) => payload.certificateSha256 === sha256),
    arrived: entriesOf(db, arrivalKinds),
    rewritten: entriesOf(db, ['dataset.rewritten']),
  }));
  if (told !== undefined) return { entry: getEntry(workspace, told.seq), rewrittenSince: null };
  if (found === undefined) return { entry: undefined, rewrittenSince: null };
  return { entry: getEntry(workspace, found.seq), rewrittenSince: sinceRelease(found, sources) };
}

/** That certificate as a document to print, and when it was made; what was found wrong stands on top. */
function checkedDocument(found: CheckedCertificate): { document: PageDocument; madeAt: string } {
  const { certificate, ofTables, ofTold, signature, problems, entry, rewrittenSince } = found;
  if (ofTold !== null) {
    const document = toldCertificateDocument(ofTold, { signatureValid: signature === 'valid', problems, entry });
    return { document, madeAt: ofTold.createdAt };
  }
  const made = certificate ?? ofTables;
  if (made === null) throw new RangeError('A certificate that was refused has no page.');
  const words = {
    label: labelWords[made.label],
    signatureValid: signature === 'valid',
    problems,
    entry,
    rewrittenSince,
  };
  const document =
    ofTables === null ? certificateDocument(certificate!, words) : tablesCertificateDocument(ofTables, words);
  return { document, madeAt: made.createdAt };
}

/**
 * The same as the content of a file: PDF where its name says so, HTML else.
 * @param resources the folder that holds `fonts/`
 */
export async function checkedCertificateFile(
  found: CheckedCertificate,
  path: string,
  resources: string,
): Promise<string | Uint8Array> {
  const { document, madeAt } = checkedDocument(found);
  if (extname(path).toLowerCase() !== '.pdf') return documentPage(document);
  return (await printDocument(document, { asOf: madeAt, resources })).bytes;
}
