import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import type { RecordScan } from './record-scan.ts';
import type { Transcoded } from './transcode.ts';
import { fewestSwallowed } from './swallowed-rows.ts';

/**
 * Duplicate and blank headers, by their places: header texts are not quoted, since a file without a header has values
 * there.
 */
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
  if (blank > 0) warnings.push(intakeText.columnsWithoutName(blank));
  if (repeated > 0) warnings.push(intakeText.columnsRepeatName(repeated));
  return warnings;
}

/** What the independent scan noticed beside rejected rows. */
export function scanWarnings(scan: RecordScan): string[] {
  const warnings: string[] = [];
  if (scan.blankLines > 0) warnings.push(csvText.blankLines(scan.blankLines));
  if (scan.rowsInQuotesLine !== null && scan.rowsInQuotes >= fewestSwallowed)
    warnings.push(csvText.rowsInQuotes(scan.rowsInQuotes, scan.rowsInQuotesLine));
  if (scan.nulLine !== null) warnings.push(csvText.nulBytes(scan.nulBytes, scan.nulLine));
  if (scan.replacementLine !== null) warnings.push(csvText.charactersLost(scan.replacementLine));
  const kinds = Object.entries(scan.lineEnds).filter(([, count]) => count > 0);
  if (kinds.length > 1) warnings.push(csvText.mixedLineEnds(kinds));
  return warnings;
}

/** What a text in another encoding lost, and which of its lines were in yet another. */
export function transcodeWarnings(
  { undecodable, firstLine, foreign }: Omit<Transcoded, 'bytes'>,
  encoding: TextEncoding,
): string[] {
  return [
    ...(foreign?.first == null ? [] : [intakeText.foreignLines(foreign.lines, foreign.first)]),
    ...(firstLine === null ? [] : [intakeText.undecodable(undecodable, encoding, firstLine)]),
  ];
}
