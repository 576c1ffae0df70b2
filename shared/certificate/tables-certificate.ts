import { z } from 'zod';
import { localEfforts } from '#shared/domain/anonymised-file.ts';
import {
  guardedTable,
  leftOutColumns,
  leftOutRows,
  tableEdition,
  tableJoin,
  tableLabels,
  tablesLabel,
} from '#shared/domain/anonymised-tables.ts';
import { datasetRewrites } from '#shared/domain/rewrites.ts';
import { disclosureTest } from '#shared/domain/release-figures.ts';
import { outputFormats } from '#shared/domain/output-formats.ts';
import { certifiedAttacks } from './certified-attacks.ts';
import { certificateSignature } from './certificate.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

export const tablesCertificateFormat = 'custos-tables-certificate';
export const tablesCertificateFormatVersion = 1;

/**
 * What is vouched for several related tables that were released together. It holds names of columns, counts and hashes,
 * never a cell value; `measured` was counted on the written files joined. Decimals are text.
 */
export const tablesCertificate = z.strictObject({
  format: z.literal(tablesCertificateFormat),
  formatVersion: z.literal(tablesCertificateFormatVersion),
  releaseId: z.string(),
  createdAt: z.iso.datetime(),
  operator: z.string().nullable(),
  workspace: z.strictObject({ id: z.string(), organisation: z.string() }).nullable(),
  label: tablesLabel,
  statement: z.string(),
  /** What it is for; null: nobody said. Absent, as all that is optional here, in certificates from before it was asked. */
  purpose: z.strictObject({ id: z.string(), title: z.string() }).nullable().optional(),
  /** WP216's three questions, and what stands against the word *anonymised*. */
  disclosureTests: z.array(disclosureTest).optional(),
  against: z.array(z.string()).optional(),
  /** The source and the released file of each table, that of people first. */
  tables: z
    .array(
      z.strictObject({
        input: z.strictObject({
          name: z.string(),
          sha256,
          rows: count,
          rejectedRows: count,
          columns: count,
          key: z.string(),
          rewrites: datasetRewrites.optional(),
        }),
        output: z.strictObject({
          name: z.string(),
          format: z.enum(outputFormats.map(({ id }) => id)),
          sha256,
          bytes: count,
          rows: count,
          columns: z.array(z.string()),
          loss: z.string(),
        }),
        /** Columns of the source that are not written, and why. */
        dropped: z.array(z.strictObject({ column: z.string(), why: z.enum(leftOutColumns) })),
        leftOut: z.array(z.strictObject({ why: z.enum(leftOutRows), rows: count })),
      }),
    )
    .min(2),
  measured: z.strictObject({
    /** Fewest people who read alike over all tables joined. */
    k: count,
    targetK: count,
    counts: z.enum(['people', 'households']),
    people: count,
    cells: z.enum(tableLabels),
    classes: count,
    loss: z.string(),
  }),
  /** By what the same groups come out again of the same sources. */
  settings: z
    .strictObject({
      rowsPerPerson: count,
      effort: z.enum(localEfforts),
      household: z.string().nullable(),
      /** Columns whose hierarchies came from files. */
      hierarchies: z.array(z.string()),
    })
    .optional(),
  guardrails: z.array(guardedTable).optional(),
  /** Earlier releases of the sources; null: none is known without a register. */
  earlierReleases: z
    .array(z.strictObject({ ...tableJoin.shape, joined: z.string().nullable() }))
    .nullable()
    .optional(),
  earlierEditions: z.array(z.strictObject({ ...tableEdition.shape, joined: z.string().nullable() })).optional(),
  /** Absent where it was not attacked. */
  attacks: certifiedAttacks.optional(),
  /** Sentences about what a reader should know: how it was made, what was attacked and asked, and what not. */
  notes: z.array(z.string()),
  versions: z.record(z.string(), z.string()),
  signature: certificateSignature.nullable(),
});
export type TablesCertificate = z.infer<typeof tablesCertificate>;
