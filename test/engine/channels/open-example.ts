import type { ChannelExample } from '#shared/channels/channel.ts';
import type { Classification } from '#shared/domain/finding.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import type { OpenContext, OpenSource } from '#engine/intake/context.ts';
import { openSource } from '#engine/intake/open-source.ts';

/** An example as the system writes it to the disk. */
export function exampleBytes({ text, encoding }: Pick<ChannelExample, 'text' | 'encoding'>): Buffer {
  if (encoding === 'utf-16le-bom') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
}

/** Opens a file and classifies it as `custos classify` does, reading each cell as text. */
export async function openAndClassify(
  path: string,
  directory: string,
  options?: OpenContext['options'],
): Promise<{ source: OpenSource; classification: Classification; cells: (string | null)[][] }> {
  const source = await openSource(path, { directory, ...(options && { options }) });
  try {
    const classification = await classifyRelation(source.duck, source.relation, source.columns, {
      policy: 'customer-tracking',
      today: '2026-11-23',
      layout: source.options.layout,
    });
    const rows = await source.duck.raw.runAndReadAll(`SELECT * FROM ${source.relation}`);
    return { source, classification, cells: rows.getRowsJson() as (string | null)[][] };
  } finally {
    await source.close();
  }
}
