import type { Certificate } from '#shared/certificate/certificate.ts';
import { evidenceText as text } from '#shared/text/evidence.ts';

/** How a delimited release is written: UTF-8, RFC 4180 quoting. */
const delimiters: Partial<Record<Certificate['output']['format'], { delimiter: string; mediatype: string }>> = {
  csv: { delimiter: ',', mediatype: 'text/csv' },
  tsv: { delimiter: '\t', mediatype: 'text/tab-separated-values' },
};

/** A name as the specification allows it: lower case, digits, `-`, `_` and `.`. */
const packageName = (fileName: string): string =>
  fileName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '') || 'release';

/**
 * A Frictionless Data Package (version 1) that describes a delimited release and nothing of its rows: columns, form,
 * bytes and hash, and under which word it may be passed on.
 * @param path of the file, relative to the descriptor
 * @returns null for a format that is no delimited text
 */
export function dataPackage(made: Certificate, path: string): Record<string, unknown> | null {
  const form = delimiters[made.output.format];
  if (form === undefined) return null;
  const { output } = made;
  return {
    profile: 'data-package',
    name: packageName(output.name),
    title: output.name,
    description: text.dataPackage(made.label, made.purpose?.title ?? null, made.rows.out),
    created: made.createdAt,
    ...(made.workspace === null ? {} : { contributors: [{ title: made.workspace.organisation, role: 'publisher' }] }),
    resources: [
      {
        profile: 'tabular-data-resource',
        name: packageName(output.name),
        path,
        format: output.format,
        mediatype: form.mediatype,
        encoding: 'utf-8',
        bytes: output.bytes,
        hash: `sha256:${output.sha256}`,
        dialect: { delimiter: form.delimiter, doubleQuote: true, header: true, skipInitialSpace: false },
        schema: {
          fields: output.columns.map(({ name, treatment, sources }) => ({
            name,
            type: 'string',
            description: text.dataPackageColumn(treatment, sources),
          })),
          missingValues: [''],
        },
      },
    ],
  };
}
