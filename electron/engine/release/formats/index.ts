import { extname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { delimiters, formatOfEnding, outputFormats, type OutputFormat } from '#shared/domain/output-formats.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { TextForm } from '#shared/domain/text-form.ts';
import { asSource } from './as-source.ts';
import { csv } from './csv.ts';
import { laidOut, type FileLayout } from './laid-out.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import type { ReleaseFormat } from './release-format.ts';
import { sqlite } from './sqlite.ts';
import { tsv } from './tsv.ts';
import { xlsx } from './xlsx.ts';

/** How each format is written and read back. A format of `shared/domain/output-formats.ts` does not compile without. */
export const formats: Record<OutputFormat, ReleaseFormat> = { csv, tsv, jsonl, json, parquet, xlsx, sqlite };

/**
 * The format an output's ending stands for.
 * @param layout how its columns stand, where not as the recipe leaves them; of delimited text only
 * @param form how its bytes stand, where not as UTF-8 with commas or tabs; of delimited text only
 * @throws Failure WRONG_USAGE for any other ending
 */
export function formatOf(path: string, layout?: FileLayout, form?: TextForm): ReleaseFormat {
  const id = formatOfEnding(extname(path).slice(1));
  if (id === undefined)
    throw new Failure('WRONG_USAGE', releaseText.endingUnknown(outputFormats.map(({ endings }) => `.${endings[0]}`)));
  if (layout === undefined && form === undefined) return formats[id];
  if (form !== undefined && delimiters[id] === undefined) throw new Failure('WRONG_USAGE', releaseText.formIsDelimited);
  const format = form === undefined ? formats[id] : asSource(id, form);
  if (layout === undefined) return format;
  if (delimiters[id] === undefined) throw new Failure('WRONG_USAGE', releaseText.layoutIsDelimited);
  return laidOut(format, layout);
}
