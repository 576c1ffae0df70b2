import { basename, extname } from 'node:path';
import { certificate as schema } from '#shared/certificate/certificate.ts';
import { certificatePage, type PageWords } from '#shared/certificate/certificate-page.ts';
import type { Paper } from '#shared/contract/control.ts';
import { Failure } from '#shared/contract/failure.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { releaseText as words } from '#shared/text/window/release.ts';
import type { Desktop } from '#engine/desktop/desktop.ts';
import { writeWhole } from './place/write-whole.ts';

/** Writes a certificate as a page to print, whole or not at all: PDF where the path says so, HTML else. */
export async function printCertificate(
  desktop: Desktop,
  checked: { certificate: unknown } & Pick<PageWords, 'signatureValid' | 'entry' | 'rewrittenSince'>,
  target: { path: string; paper: Paper },
): Promise<{ fileName: string }> {
  const made = schema.parse(checked.certificate);
  const page = certificatePage(made, { ...checked, label: words.label[made.label] });
  return writePage(desktop, page, target);
}

/** Writes a page, whole or not at all: PDF where the path says so, HTML else. @throws Failure TARGET_UNWRITABLE */
export async function writePage(
  desktop: Desktop,
  html: string,
  target: { path: string; paper: Paper },
): Promise<{ fileName: string }> {
  const pdf = extname(target.path).toLowerCase() === '.pdf' ? await desktop.printPdf(html, target.paper) : undefined;
  if (pdf === null) throw new Failure('TARGET_UNWRITABLE', releaseText.notPrinted);
  await writeWhole(target.path, pdf === undefined ? html : Buffer.from(pdf));
  return { fileName: basename(target.path) };
}
