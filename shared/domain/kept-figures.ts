import { z } from 'zod';
import { riskFrontier } from './risk-frontier.ts';

/** Rows of the dataset as imported, and of what the recipe writes; a row whose text leaves several steps open is in parts. */
const rows = { before: z.number(), after: z.number() };

/**
 * A step of the axis that a column is drawn on: a range (an end that is null is open), a value that enough people share,
 * all other values, or no value. A range of months counts from the year 0.
 */
export const keptStep = z.discriminatedUnion('is', [
  z.object({ is: z.literal('range'), from: z.number().nullable(), to: z.number().nullable(), ...rows }),
  z.object({ is: z.literal('value'), value: z.string(), ...rows }),
  z.object({ is: z.literal('other'), ...rows }),
  z.object({ is: z.literal('none'), ...rows }),
]);
export type KeptStep = z.infer<typeof keptStep>;

/** A column before and after, on one axis. */
export const keptColumn = z.object({
  column: z.string(),
  axis: z.enum(['number', 'month', 'value']),
  /** Null where they may not be shown: of a special category, or because no two steps have enough people. */
  steps: z.array(keptStep).nullable(),
  why: z.enum(['special', 'few']).nullable(),
  /** 1 − ½ Σ |share before − share after|: 1 where both are spread alike; null where no row is written, or none is placed. */
  same: z.number().nullable(),
  /** Written rows whose text is not on the axis. */
  apart: z.number(),
});
export type KeptColumn = z.infer<typeof keptColumn>;

/** By what two columns are held together: Pearson’s r, the correlation ratio, or Cramér’s V; each 0…1. */
export const associationMeasure = z.enum(['pearson', 'ratio', 'cramer']);
export type AssociationMeasure = z.infer<typeof associationMeasure>;

/** Two columns, as places in a list of names, and how strongly they go together. */
export const keptPair = z.object({
  a: z.number().int(),
  b: z.number().int(),
  by: associationMeasure,
  before: z.number(),
  after: z.number(),
});
export type KeptPair = z.infer<typeof keptPair>;

/** What of the distributions and correlations of a dataset is in what a recipe writes (docs/definitions.md, "What is kept"). */
export const keptFigures = z.object({
  /** As imported and as written, all of them. */
  rows: z.object(rows),
  /** How many of them were looked at, where not all were. */
  sampled: z.object(rows).nullable(),
  /** People that every step has at least. */
  least: z.number(),
  columns: z.array(keptColumn),
  /** Source columns of which nothing that can be read is written. */
  gone: z.array(z.string()),
  associations: z.object({
    columns: z.array(z.string()),
    /** Columns that stay and were too many to be compared. */
    cut: z.number(),
    pairs: z.array(keptPair),
    /** Σ min(before, after) / Σ before, of pairs of 0.1 and more before; null where there is none, or no row is written. */
    kept: z.number().nullable(),
  }),
});
export type KeptFigures = z.infer<typeof keptFigures>;

/** `custos compare --json`: a file beside what a recipe writes of it, and what would have been kept otherwise. */
export const comparedFile = z.object({
  file: z.string(),
  /** Of the recipe. */
  purpose: z.string(),
  kept: keptFigures,
  /** Null where the recipe leaves out no small classes. */
  frontier: riskFrontier.nullable(),
});
export type ComparedFile = z.infer<typeof comparedFile>;
