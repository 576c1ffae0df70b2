import type { Certificate } from '#shared/certificate/certificate.ts';
import { delimiters } from '#shared/domain/output-formats.ts';
import { lineEndSigns } from '#shared/domain/text-form.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { evidenceText as text } from '#shared/text/evidence.ts';

/** Profiles of Data Package 2.0, which a descriptor names and nobody has to fetch (read 2026-11-29). */
const profile = (name: string): string => `https://datapackage.org/profiles/2.0/${name}.json`;

const mediaTypes: Partial<Record<Certificate['output']['format'], string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
};

/** All that a descriptor of a release has at its top. */
export const descriptorKeys: readonly string[] = [
  '$schema',
  'name',
  'title',
  'description',
  'created',
  'contributors',
  'custos:release',
  'custos:purpose',
  'custos:recipient',
  'resources',
];

/** A name as the specification allows it: lower case, digits, `-`, `_` and `.`. */
const packageName = (fileName: string): string =>
  fileName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '') || 'release';

/** Where the files lie that a descriptor names, relative to it. */
export interface DescribedPlaces {
  releaseId: string;
  /** Of the released file. */
  path: string;
  certificate: { path: string; sha256: string };
  /** The `.tlog-proof`, which says by which entry of the log the release is known; null where no register knows it. */
  proof: string | null;
}

type Columns = Certificate['output']['columns'];

/** What stands above each column; a name where that is blank or stands above another one, too. */
function labels(columns: Columns): string[] {
  const heads = columns.map(({ name, header }) => neutralised(header ?? name));
  return columns.map(({ name }, at) => {
    const head = heads[at]!;
    return head.trim() !== '' && heads.filter((other) => other === head).length === 1 ? head : name;
  });
}

/**
 * Table Schema of the written columns: names as they stand in the file, types that every written value has, and whether
 * any is missing. No value of it, and no bounds: the largest income would be somebody's.
 */
function tableSchema(columns: Columns): Record<string, unknown> {
  const names = labels(columns);
  return {
    $schema: profile('tableschema'),
    fieldsMatch: 'exact',
    fields: columns.map(({ treatment, sources, written }, at) => ({
      name: names[at],
      type: written?.type ?? 'string',
      description: text.dataPackageColumn(treatment, sources),
      ...(written?.complete ? { constraints: { required: true } } : {}),
    })),
    missingValues: [''],
  };
}

/**
 * A Data Package (version 2.0, Frictionless) that describes a delimited release and nothing of its rows: columns, form,
 * bytes and hash, for what it was released and under which word it may be passed on. Nobody is asked for a licence, so
 * none is stated.
 * @returns null for a format that is no delimited text
 */
export function dataPackage(made: Certificate, places: DescribedPlaces): Record<string, unknown> | null {
  const { output } = made;
  const usual = delimiters[output.format];
  if (usual === undefined) return null;
  const { delimiter, encoding, lineEnds } = output.form ?? { delimiter: usual, encoding: 'utf-8', lineEnds: 'lf' };
  return {
    $schema: profile('datapackage'),
    name: packageName(output.name),
    title: output.name,
    description: text.dataPackage(made.label, made.purpose?.title ?? null, made.rows.out),
    created: made.createdAt,
    ...(made.workspace === null
      ? {}
      : { contributors: [{ title: made.workspace.organisation, roles: ['publisher'] }] }),
    'custos:release': {
      id: places.releaseId,
      kind: made.release,
      label: made.label,
      ...(made.workspace === null ? {} : { workspace: made.workspace.id }),
      certificate: { path: places.certificate.path, hash: `sha256:${places.certificate.sha256}` },
      ...(places.proof === null ? {} : { logEntry: { proof: places.proof } }),
    },
    ...(made.purpose === null ? {} : { 'custos:purpose': { id: made.purpose.id, title: made.purpose.title } }),
    ...(made.recipient === undefined ? {} : { 'custos:recipient': made.recipient }),
    resources: [
      {
        $schema: profile('dataresource'),
        type: 'table',
        name: packageName(output.name),
        path: places.path,
        format: output.format,
        mediatype: mediaTypes[output.format],
        encoding,
        bytes: output.bytes,
        hash: `sha256:${output.sha256}`,
        dialect: {
          $schema: profile('tabledialect'),
          delimiter,
          lineTerminator: lineEndSigns[lineEnds],
          quoteChar: '"',
          doubleQuote: true,
          header: true,
          skipInitialSpace: false,
        },
        schema: tableSchema(output.columns),
      },
    ],
  };
}
