import type { VersionState } from '../register-snapshot.ts';
import { facts, page, safe } from '#shared/pages/page-parts.ts';
import { noticePageText as text } from '#shared/text/register/notice-page.ts';

/** A notice as it is printed; `kept` null: as the register gives it, and nobody has taken it over. */
export interface NoticeToPrint {
  purpose: string;
  organisation: string;
  /** Paragraphs with an empty line between them; the first is the heading. */
  text: string;
  kept: { ref: string; version: number; state: VersionState; validFrom: string | null; validTo: string | null } | null;
}

/** The paragraphs of a notice. */
export const noticeParagraphs = (notice: string): string[] =>
  notice
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** A notice as an HTML page that people read without Custos; one that is not approved says so first. */
export function noticePage({ purpose, organisation, text: notice, kept }: NoticeToPrint): string {
  const [heading = text.title(purpose), ...paragraphs] = noticeParagraphs(notice);
  const standing = kept === null ? text.generated : kept.state === 'approved' ? null : text.notApproved;
  return page(heading, [
    standing === null ? '' : `<p class="broken">${safe(standing)}</p>`,
    `<h1>${safe(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${safe(paragraph)}</p>`),
    kept === null
      ? ''
      : facts([
          [text.version, text.versionOf(kept.ref, kept.version)],
          ...(kept.validFrom === null ? [] : [[text.validFrom, kept.validFrom] as const]),
          ...(kept.validTo === null ? [] : [[text.validTo, kept.validTo] as const]),
        ]),
    organisation === '' ? '' : `<footer>${safe(organisation)}</footer>`,
  ]);
}
