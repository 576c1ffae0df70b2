import { z } from 'zod';
import { textEncoding } from './text-encoding.ts';
import { textForm } from './text-form.ts';

export const sourceFormat = z.enum(['csv', 'json', 'jsonl', 'parquet', 'xlsx', 'sqlite', 'duckdb', 'log', 'vcard']);
export type SourceFormat = z.infer<typeof sourceFormat>;

/** How a file is read: every field detected, shown with its reason, and changeable by a person. */
export const intakeOptions = z.object({
  format: sourceFormat,
  encoding: textEncoding.optional(),
  delimiter: z.string().min(1).max(8).optional(),
  /** What parts the line of names, where that is not what parts the rows. */
  namesDelimiter: z.string().min(1).max(1).optional(),
  /** Lines that are one quoted field each with a row in it; a table drawn with bars and lines; columns at fixed places; `plain`: none of it. */
  form: z.enum(['plain', 'wrapped', 'drawn', 'fixed']).optional(),
  /** Places in a line, from 1, at which columns begin, where these are fixed. */
  columnsAt: z.array(z.number().int().min(1).max(1_000_000)).min(1).max(2000).optional(),
  quote: z.string().max(1).optional(),
  escape: z.string().max(1).optional(),
  header: z.boolean().optional(),
  /** Lines before the header or the first row. */
  skipLines: z.number().int().min(0).optional(),
  /** File of an archive that is read, by its name there. */
  member: z.string().max(4096).optional(),
  /** Sheet of a workbook, or table or view of a database. */
  table: z.string().optional(),
  /** How its bytes stand beside that: told by whoever read it, and never asked of the reading. */
  asWritten: textForm.pick({ mark: true, lineEnds: true }).optional(),
  /** Collection channel preset (`shared/channels`) whose layout the file is read by; `none`: a plain table. */
  layout: z.string().max(60).optional(),
  /** Rows that hold the names, one below the other; default 1. */
  headerRows: z.number().int().min(1).max(3).optional(),
  /** The line of names is one short: whether the column without a name is the first (the rows' own names) or the last. */
  rowNames: z.boolean().optional(),
  /** What becomes of rows that sum up the others; default: left out, counted and listed. */
  totals: z.enum(['leave-out', 'keep']).optional(),
  /** Whether the cells of merged areas over the rows get the value that is shown in them; default: they do. */
  merged: z.enum(['fill', 'leave']).optional(),
});
export type IntakeOptions = z.infer<typeof intakeOptions>;

/** One detected property: which option, what was chosen, why. `reason` never quotes a cell. */
export const detection = z.object({ option: z.string(), value: z.string(), reason: z.string() });
export type Detection = z.infer<typeof detection>;

/**
 * A row that could not be read: 1-based line of the source, kind of damage, in words; the row's text is only in the
 * side file.
 */
export const rejectedRow = z.object({
  line: z.number(),
  column: z.string().nullable(),
  kind: z.string(),
  detail: z.string(),
});
export type RejectedRow = z.infer<typeof rejectedRow>;

/** One column of a source: unique `name` as interface.md names it, `physical` (c1…cn) in the engine's tables. */
export const sourceColumn = z.object({ name: z.string(), physical: z.string(), header: z.string().nullable() });
export type SourceColumn = z.infer<typeof sourceColumn>;

/** Another way in which a file may be read: the options that make it so; its columns, null where nobody has looked. */
export const otherReading = z.object({ changed: intakeOptions.partial(), columns: z.number().nullable() });
export type OtherReading = z.infer<typeof otherReading>;

/** What sniffing a file found, before anything is imported. */
export const sniffed = z.object({
  fileName: z.string(),
  bytes: z.number(),
  options: intakeOptions,
  detections: z.array(detection),
  columns: z.array(sourceColumn),
  tables: z.array(z.string()),
  /** Files of an archive that may be read; empty where the file is none. */
  members: z.array(z.string()),
  warnings: z.array(z.string()),
  /** Other readings that a person may mean, the likeliest first. */
  alternatives: z.array(otherReading),
});
export type Sniffed = z.infer<typeof sniffed>;
