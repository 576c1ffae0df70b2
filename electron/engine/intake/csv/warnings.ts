import type { RecordScan } from './record-scan.ts';

/** Duplicate and blank headers, by their places: header texts are not quoted, since a file without a header has values there. */
export function duplicateHeaderWarning(headers: string[]): string[] {
  const warnings: string[] = [];
  const seen = new Set<string>();
  let blank = 0;
  let repeated = 0;
  for (const header of headers.map((text) => text.trim())) {
    if (header === '') blank += 1;
    else if (seen.has(header)) repeated += 1;
    seen.add(header);
  }
  if (blank > 0) warnings.push(`${blank} column(s) have no name in the header; they are called unnamed_<position>.`);
  if (repeated > 0) warnings.push(`${repeated} column(s) repeat the name of another; they carry a number at the end.`);
  return warnings;
}

/** What the independent scan noticed beside rejected rows. */
export function scanWarnings(scan: RecordScan): string[] {
  const warnings: string[] = [];
  if (scan.blankLines > 0) warnings.push(`${scan.blankLines} blank line(s) were left out; they hold nothing.`);
  if (scan.nulBytes > 0) warnings.push(`The file holds ${scan.nulBytes} NUL byte(s), the first in line ${scan.nulLine}; they are kept as they are.`);
  if (scan.replacementLine !== null) warnings.push(`Line ${scan.replacementLine} holds the replacement character U+FFFD: characters were lost before this file was written.`);
  const kinds = Object.entries(scan.lineEnds).filter(([, count]) => count > 0);
  if (kinds.length > 1) warnings.push(`The file mixes line ends (${kinds.map(([kind, count]) => `${kind.toUpperCase()} ${count}`).join(', ')}).`);
  return warnings;
}
