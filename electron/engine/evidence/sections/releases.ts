import { createHash } from 'node:crypto';
import { dataPackage } from '#shared/evidence/data-package.ts';
import { certificateStatement, envelope } from '#shared/evidence/in-toto.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { leafText } from '#shared/journal/log-entry.ts';
import { inclusionProof } from '#shared/journal/merkle.ts';
import { writeEntryProof } from '#shared/journal/tlog-proof.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import {
  packedJson,
  packedText,
  type PackContents,
  type PackedRelease,
  type PackedCertificate,
  type PackSection,
} from '../pack-section.ts';
import type { PackedFile } from '../write-zip.ts';

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * Per release its certificate as it was written, the proof that the log holds its entry, the same as an in-toto statement
 * in a DSSE envelope and, for delimited files, a Frictionless descriptor; of related tables that were released together
 * and of runs elsewhere that told no more than their figures, their certificate and its proof. No released file is in
 * the pack.
 */
export const releasesSection: PackSection = (contents) =>
  contents.profile === 'public'
    ? []
    : [
        ...contents.releases.flatMap((release) => filesOf(release, contents)),
        ...[...contents.relatedTables, ...contents.told].flatMap((one) => provenCertificate(one, contents)),
      ];

/** That the release's entry is in the log under the head in the pack (C2SP tlog-proof). */
function proofOf(seq: number, { entries, checkpoint }: PackContents): string {
  const leaves = entries.map(({ leaf_hash: hash }) => hash);
  const hashes = inclusionProof(leaves, seq - 1, registerCrypto);
  return writeEntryProof(
    { entry: leafText(entries[seq - 1]!), index: seq - 1, hashes, note: checkpoint },
    registerCrypto,
  );
}

/** A certificate, and that its entry is in the log. */
function provenCertificate({ id, entry, text }: PackedCertificate, contents: PackContents): PackedFile[] {
  const place = `${packPlaces.releases}/${id}`;
  return [packedText(`${place}.certificate.json`, text), packedText(`${place}.tlog-proof`, proofOf(entry, contents))];
}

function filesOf({ id, entry, certificate, text }: PackedRelease, contents: PackContents): PackedFile[] {
  const place = `${packPlaces.releases}/${id}`;
  const described = dataPackage(certificate, {
    releaseId: id,
    path: certificate.output.name,
    certificate: { path: `${id}.certificate.json`, sha256: sha256Of(text) },
    proof: `${id}.tlog-proof`,
  });
  return [
    ...provenCertificate({ id, entry, text }, contents),
    packedJson(`${place}.intoto.json`, envelope(certificateStatement(certificate), base64, contents.sign)),
    ...(described === null ? [] : [packedJson(`${place}.datapackage.json`, described)]),
  ];
}
