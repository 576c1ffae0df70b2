import { packPlaces } from '#shared/evidence/pack-places.ts';
import { recordsDocument } from '#shared/register/document/register-document.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { evidenceText as text } from '#shared/text/evidence.ts';
import { entryHashes, namesIn, packedText, type PackSection } from '../pack-section.ts';

/** Which records an authority looks for where. */
const folders: readonly { folder: string; title: string; kinds: readonly RecordKind[] }[] = [
  { folder: packPlaces.organisation, title: text.parts.organisation, kinds: ['organisation'] },
  {
    folder: packPlaces.legalBasis,
    title: text.parts.legalBasis,
    kinds: ['purpose', 'legitimate-interests', 'compatibility', 'binding'],
  },
  { folder: packPlaces.transparency, title: text.parts.transparency, kinds: ['notice'] },
  { folder: packPlaces.impact, title: text.parts.impact, kinds: ['screening', 'assessment'] },
  { folder: packPlaces.retention, title: text.parts.retention, kinds: ['retention'] },
  { folder: packPlaces.security, title: text.parts.security, kinds: ['measure', 'system'] },
  { folder: packPlaces.recipients, title: text.parts.recipients, kinds: ['recipient', 'transfer'] },
];

/** The records of the register by what they are about, each part a page of its own; an empty part has no page. */
export const recordsSection: PackSection = (contents) =>
  folders.flatMap(({ folder, title, kinds }) => {
    const document = recordsDocument(contents.register, entryHashes(contents), {
      title,
      kinds,
      names: namesIn(contents),
    });
    return document === null ? [] : [packedText(`${folder}/records.html`, registerPage(document))];
  });
