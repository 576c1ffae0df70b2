import { packPlaces } from '#shared/evidence/pack-places.ts';
import { registerDocument } from '#shared/register/document/register-document.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { writeDpv } from '#shared/register/dpv/write-dpv.ts';
import { registerJson } from '#shared/register/json/register-json.ts';
import { layoutIds, layouts } from '#shared/register/layouts/index.ts';
import { writeRegister } from '#shared/register/sheets/write-register.ts';
import { printPdf } from '#engine/register-files/print-pdf.ts';
import { writeWorkbook } from '#engine/register-files/write-sheets.ts';
import { entryHashes, namesIn, packedBytes, packedText, type PackContents, type PackSection } from '../pack-section.ts';
import type { PackedFile } from '../write-zip.ts';

const at = (name: string): string => `${packPlaces.register}/${name}`;

/** The register of processing: to be read, to be worked with in an authority's own columns, and for programs. */
export const registerSection: PackSection = async (contents) => {
  const { register, resources, asOf, profile } = contents;
  const document = registerDocument(register, entryHashes(contents), namesIn(contents));
  const { bytes } = await printPdf(document, asOf, resources);
  return [
    packedText(at('register.html'), registerPage(document)),
    packedBytes(at('register.pdf'), bytes),
    ...(profile === 'public' ? [] : await forWork(contents)),
  ];
};

async function forWork({ register }: PackContents): Promise<PackedFile[]> {
  const books = await Promise.all(
    layoutIds.map(async (id) => {
      const { sheets } = writeRegister(register, layouts[id], { workbook: true });
      return packedBytes(at(`register_${id}.xlsx`), await writeWorkbook(sheets, new Map(), register.asOf));
    }),
  );
  return [
    ...books,
    packedText(at('register.json'), registerJson(register)),
    packedText(at('register.jsonld'), writeDpv(register).text),
  ];
}
