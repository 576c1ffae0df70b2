import { packPlaces } from '#shared/evidence/pack-places.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { impactDocument, impactJson } from '#shared/register/impact/impact-document.ts';
import { printPdf } from '#engine/register-files/print-pdf.ts';
import { entryHashes, packedBytes, packedText, type PackSection } from '../pack-section.ts';

/** Each impact assessment in the sections of the EDPB's template: to be read, to be printed, and for programs. */
export const impactSection: PackSection = async (contents) => {
  const { impacts, asOf, workspaceId, resources } = contents;
  const hashes = entryHashes(contents);
  const files = await Promise.all(
    impacts.map(async (impact) => {
      const at = (ending: string): string => `${packPlaces.impact}/${impact.activity.ref}.${ending}`;
      const document = impactDocument(impact, { asOf, workspaceId, hashes });
      const { bytes } = await printPdf(document, asOf, resources);
      return [
        packedText(at('html'), registerPage(document)),
        packedBytes(at('pdf'), bytes),
        packedText(at('json'), impactJson(impact, { asOf, workspaceId })),
      ];
    }),
  );
  return files.flat();
};
