import type { Sniffed } from '#shared/domain/intake.ts';
import { Failure } from '#shared/contract/failure.ts';
import { checkFile } from './check-file.ts';
import type { SniffContext } from './context.ts';
import { detectFormat } from './detect-format.ts';
import { sniffCsv } from './csv/sniff-csv.ts';

/**
 * Finds out how a file is to be read, without reading more of it than needed: format, encoding, dialect, columns, tables to choose
 * from, each detected option with its reason. Options in `context.options` are kept as they are.
 * @throws Failure with a sentence for a person when the file cannot be a table
 */
export async function sniffSource(path: string, context: SniffContext): Promise<Sniffed> {
  const file = await checkFile(path);
  const options = context.options ?? {};
  const { format, detection } = options.format === undefined ? detectFormat(file) : { format: options.format, detection: { option: 'format', value: options.format, reason: 'Chosen by a person.' } };
  if (format !== 'csv') throw new Failure('FORMAT_UNKNOWN', `“${file.fileName}” is of a format that cannot be read.`);
  const shape = await sniffCsv(file, options);
  return { fileName: file.fileName, bytes: file.bytes, ...shape, detections: [detection, ...shape.detections] };
}
