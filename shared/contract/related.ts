import { z } from 'zod';
import { localEfforts } from '#shared/domain/anonymised-file.ts';
import { anonymisedTables, tableLabels } from '#shared/domain/anonymised-tables.ts';
import { papers } from './control.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** How related tables are anonymised, wherever they lie. */
export const tablesSettings = {
  k: z.int().min(1).max(1_000_000_000).default(5),
  /** Rows of one person in one table that are kept at most. */
  rowsPerPerson: z.int().min(1).max(200).default(50),
  /** Share of the rows of a table that may be left out of it; absent: any. */
  suppression: z.number().min(0).max(1).optional(),
  effort: z.enum(localEfforts).default('quick'),
  /** What cells read. */
  cells: z.enum(tableLabels).default('levels'),
  attack: z.boolean().default(true),
  /** Id, code or slug of what it is for; absent: nobody said. */
  purpose: z.string().optional(),
};

const column = z.string().max(20_000);

/** A dataset that may be one of several tables of the same people. */
const relatedDataset = z.object({
  datasetId: z.string(),
  name: z.string(),
  rows: z.number(),
  /** Columns that may say whose a row is, the likeliest first. */
  keys: z.array(
    z.object({
      column,
      /** The column of the table of people that it goes with. */
      of: column,
      /** People of that table who have rows here, and rows that name somebody of them. */
      people: z.number(),
      rows: z.number(),
      mostRows: z.number(),
    }),
  ),
});

export const relatedProposal = z.object({
  /** Columns of the dataset by which its rows are told apart, one row a person, the likeliest first. */
  keys: z.array(z.object({ column, people: z.number(), withoutKey: z.number() })),
  /** Every other dataset of the workspace that names some of its people; the one with most of them first. */
  others: z.array(relatedDataset),
});
export type RelatedProposal = z.infer<typeof relatedProposal>;

/** Which datasets, and how: the dataset itself is the table of people. */
export const askedRelated = z.object({
  datasetId: z.string(),
  key: column,
  household: column.optional(),
  /** Columns to keep, of whichever tables have them; absent: all that point at nobody. */
  qi: z.array(column).optional(),
  children: z
    .array(z.object({ datasetId: z.string(), key: column }))
    .min(1)
    .max(20),
  ...tablesSettings,
  /** A granted folder, made where it is not there: every table is written to it, and their certificate. */
  folderGrantId: z.string(),
});
export type AskedRelated = z.input<typeof askedRelated>;

/** Several datasets of the open workspace that are about the same people, released together. */
export const related = {
  /** Which datasets name the same people as this one, by which columns; counts, and no value. */
  propose: method.input(z.object({ datasetId: z.string() })).output(relatedProposal),
  run: method.input(askedRelated).output(jobEvents(anonymisedTables)),
  /** The certificate of such a release as a page to print, saved where the person chose. */
  printCertificate: method
    .input(z.object({ releaseId: z.string(), grantId: z.string(), paper: z.enum(papers).default('A4') }))
    .output(z.object({ fileName: z.string() })),
};
