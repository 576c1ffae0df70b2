import { dataPackage } from '#shared/evidence/data-package.ts';
import { certificateStatement, envelope } from '#shared/evidence/in-toto.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { packedJson, packedText, type PackedRelease, type PackSection } from '../pack-section.ts';
import type { PackedFile } from '../write-zip.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * Per release its certificate as it was written, the same as an in-toto statement in a DSSE envelope and, for delimited
 * files, a Frictionless descriptor. The released file itself is not in the pack.
 */
export const releasesSection: PackSection = (contents) =>
  contents.profile === 'public' ? [] : contents.releases.flatMap((release) => filesOf(release, contents.sign));

function filesOf({ id, certificate, text }: PackedRelease, sign: Parameters<typeof envelope>[2]): PackedFile[] {
  const place = `${packPlaces.releases}/${id}`;
  const described = dataPackage(certificate, certificate.output.name);
  return [
    packedText(`${place}.certificate.json`, text),
    packedJson(`${place}.intoto.json`, envelope(certificateStatement(certificate), base64, sign)),
    ...(described === null ? [] : [packedJson(`${place}.datapackage.json`, described)]),
  ];
}
