import { z } from 'zod';
import { intakeOptions, detection, rejectedRow, sniffed, sourceColumn } from '#shared/domain/intake.ts';
import { joinLineage } from '#shared/domain/joined-view.ts';
import { columnProfile } from '#shared/domain/profile.ts';
import { datasetRewrites } from '#shared/domain/rewrites.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

export const datasetSummary = z.object({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  importedAt: z.string(),
  rows: z.number(),
  rejectedRows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
  options: intakeOptions,
  detections: z.array(detection),
  columns: z.array(sourceColumn),
  warnings: z.array(z.string()),
  channel: z.string().nullable(),
  informedHow: z.string(),
  /** What it was made of, where it is a joined view; `sha256` and `bytes` are then those of its rows as CSV. */
  join: joinLineage.optional(),
  /**
   * How often its rows were written anew since they came in, and what was taken out by that in all: `rows`, so many
   * `cells` of rows that stayed, and so many rejected rows. `sha256` and `bytes` stay those of the source.
   */
  rewrites: datasetRewrites.optional(),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;

export const sortKey = z.object({ column: z.string(), direction: z.enum(['asc', 'desc']) });
/** Comparisons on numbers apply to values that parse as numbers; text comparisons ignore case. */
export const filterTerm = z.object({
  column: z.string(),
  op: z.enum(['contains', 'equals', 'notEqual', 'startsWith', 'greaterThan', 'lessThan', 'blank', 'notBlank']),
  value: z.string().max(1000).default(''),
});

/** Rows whose number, length or year lies in a bar: `from` and above, under `to`; null is open. */
export const withinTerm = z.object({
  column: z.string(),
  of: z.enum(['number', 'length', 'year']),
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export type WithinTerm = z.infer<typeof withinTerm>;

/** A cell as the window may see it: the text, or null, with `masked` true where the engine hid the value. */
export const cell = z.object({ text: z.string().nullable(), masked: z.boolean() });
export const gridRow = z.object({ row: z.number(), cells: z.array(cell) });

/** Rows of values between two edges; the outer ones are open, and each holds at least max(10, k) people. */
export const shapeBin = z.object({ from: z.number().nullable(), to: z.number().nullable(), rows: z.number() });
export type ShapeBin = z.infer<typeof shapeBin>;

/**
 * A column as it may be shown while its values are masked: nothing in it belongs to one person. `kinds`: the values
 * themselves, of a column that is not masked and has few. `years`: bins of a date's years. `special`: of a masked
 * special category not even bins are told unless asked for.
 */
export const columnShape = z.object({
  name: z.string(),
  rows: z.number(),
  filled: z.number(),
  distinct: z.number(),
  distinctIsApproximate: z.boolean(),
  hidden: z.boolean(),
  sameLength: z.number().nullable(),
  numbers: z.array(shapeBin).nullable(),
  lengths: z.array(shapeBin).nullable(),
  years: z.array(shapeBin).nullable(),
  special: z.boolean(),
  kinds: z.array(z.object({ value: z.string(), count: z.number() })).nullable(),
});
export type ColumnShape = z.infer<typeof columnShape>;

/**
 * Values that at least `least` people share, with their rows; the others together, or null where they are fewer than
 * that.
 */
export const valueCounts = z.object({
  least: z.number(),
  values: z.array(z.object({ value: z.string(), count: z.number() })),
  others: z.object({ kinds: z.number().nullable(), rows: z.number().nullable() }).nullable(),
});
export type ValueCounts = z.infer<typeof valueCounts>;

export const datasets = {
  sniff: method.input(z.object({ grantId: z.string(), options: intakeOptions.partial().optional() })).output(sniffed),
  /**
   * The first ten rows as they would be imported, under the options that `sniff` answered: masked whole, for nobody has
   * said yet what the columns hold. `clear` shows them as they are, which is an entry in the access log. Null: the file
   * is too large to be looked into before it is imported.
   */
  peek: method
    .input(z.object({ grantId: z.string(), options: intakeOptions, clear: z.boolean().default(false) }))
    .output(z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) }).nullable()),
  /** Grant for the bundled sample file. */
  sampleGrant: method.input(z.object({})).output(z.object({ grantId: z.string(), fileName: z.string() })),
  import: method
    .input(
      z.object({
        grantId: z.string(),
        options: intakeOptions.partial().optional(),
        informedHow: z.string().max(2000).default(''),
      }),
    )
    .output(jobEvents(datasetSummary)),
  list: method.input(z.object({})).output(z.array(datasetSummary)),
  get: method.input(z.object({ datasetId: z.string() })).output(datasetSummary),
  delete: method
    .input(z.object({ datasetId: z.string(), reason: z.string().max(2000).default('') }))
    .output(z.object({})),
  setProvenance: method
    .input(
      z.object({ datasetId: z.string(), channel: z.string().max(100).nullable(), informedHow: z.string().max(2000) }),
    )
    .output(datasetSummary),
  /**
   * At most 1,000 rows of the named columns; sorting and filtering happen in the engine; personal values arrive masked.
   */
  readWindow: method
    .input(
      z.object({
        datasetId: z.string(),
        columns: z.array(z.string()).max(200),
        sort: z.array(sortKey).max(5).default([]),
        filter: z.array(filterTerm).max(20).default([]),
        within: z.array(withinTerm).max(5).default([]),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(1000),
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(gridRow) })),
  /** The clear value of one cell (0-based `row` as in readWindow), or a toggle for a column; both are logged. */
  revealCell: method
    .input(z.object({ datasetId: z.string(), column: z.string(), row: z.number().int().min(0) }))
    .output(z.object({ text: z.string().nullable() })),
  revealColumn: method
    .input(z.object({ datasetId: z.string(), column: z.string(), revealed: z.boolean() }))
    .output(z.object({ revealed: z.boolean() })),
  /** Values in it are masked unless the column is non-personal or revealed. */
  profile: method.input(z.object({ datasetId: z.string(), column: z.string() })).output(columnProfile),
  /** How these columns look without anybody's value. */
  shapes: method
    .input(z.object({ datasetId: z.string(), columns: z.array(z.string()).min(1).max(100) }))
    .output(z.array(columnShape)),
  /** How many rows hold each value of a column, asked for on purpose: an entry in the access log. */
  valueCounts: method.input(z.object({ datasetId: z.string(), column: z.string() })).output(valueCounts),
  rejects: method
    .input(
      z.object({ datasetId: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }),
    )
    .output(z.object({ total: z.number(), rows: z.array(rejectedRow) })),
  exportDictionary: method
    .input(z.object({ datasetId: z.string(), grantId: z.string() }))
    .output(z.object({ fileName: z.string(), sha256: z.string() })),
};
