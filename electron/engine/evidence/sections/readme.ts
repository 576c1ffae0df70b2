import { packPlaces } from '#shared/evidence/pack-places.ts';
import type { DocumentSection, RegisterDocument } from '#shared/register/document/register-document.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { evidenceText, packProfileNames } from '#shared/text/evidence.ts';
import { printPdf } from '#engine/register-files/print-pdf.ts';
import { packedBytes, packedText, type PackContents } from '../pack-section.ts';
import type { PackedFile } from '../write-zip.ts';

const text = evidenceText.readme;

const section = (heading: string, said: string[], table: DocumentSection['table'] = null): DocumentSection => ({
  heading,
  said,
  table,
  records: [],
});

/** What is in the pack, as of when, how to check it, and what it does not show. */
function readme(contents: PackContents, files: readonly PackedFile[]): RegisterDocument {
  const folders = [...new Set(files.map(({ path }) => path.split('/')[0]!))].toSorted();
  const rows = folders.flatMap((folder) => {
    const inside = files.filter(({ path }) => path.split('/')[0] === folder);
    return [[folder, text.folders[folder] ?? '', String(inside.length)]];
  });
  return {
    title: evidenceText.packTitle(contents.organisation, contents.asOf.slice(0, 10)),
    said: [text.madeFor(packProfileNames[contents.profile], contents.asOf), evidenceText.packDescription],
    draft: false,
    sections: [
      section(text.gaps, [...contents.gaps]),
      section(text.inside, [], { heads: text.heads, rows }),
      section(text.check, [
        ...text.how(contents.publicKey),
        ...(files.some(({ path }) => path.startsWith(packPlaces.stamps)) ? [text.stamps] : []),
      ]),
    ],
    foot: text.foot(contents.workspaceId, contents.program),
  };
}

/** The first thing that is read: as a page and as a PDF. It tells of the other files, so it is made last. */
export async function readmeFiles(contents: PackContents, files: readonly PackedFile[]): Promise<PackedFile[]> {
  const document = readme(contents, files);
  const { bytes } = await printPdf(document, contents.asOf, contents.resources);
  return [
    packedText(`${packPlaces.readme}.html`, registerPage(document)),
    packedBytes(`${packPlaces.readme}.pdf`, bytes),
  ];
}
