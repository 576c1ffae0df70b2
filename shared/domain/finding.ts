import { z } from 'zod';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { columnCategory, columnClass, columnFlag } from './column-class.ts';

/** One reason for a classification, in words a person can disagree with. Never holds a cell value. */
export const evidence = z.object({
  kind: z.enum([
    'header',
    'values',
    'shape',
    'checksum',
    'vocabulary',
    'neighbour',
    'table',
    'veto',
    'policy',
    'codebook',
    'decision',
  ]),
  detail: z.string(),
});
export type Evidence = z.infer<typeof evidence>;

/**
 * Id of a semantic type. A name from a later version is kept as it is; everything this program writes of its own is
 * checked against the list of types when it is compiled.
 */
const typeId = z.string() as unknown as z.ZodType<SemanticTypeId, SemanticTypeId>;

/** What the classifier suggests for one source column. `confidence` (0..1) is that of the class. */
export const finding = z.object({
  name: z.string(),
  class: columnClass,
  category: columnCategory,
  type: typeId,
  flags: z.array(columnFlag),
  confidence: z.number(),
  needsReview: z.boolean(),
  /**
   * True: nothing but the lack of a word speaks for the class. Treated as linkable everywhere until a person decides
   * (`couldBeKnown`); never on a finding that rests on a decision.
   */
  undecided: z.boolean().optional(),
  runnerUp: typeId.nullable(),
  evidence: z.array(evidence),
  notes: z.array(z.string()),
});
export type Finding = z.infer<typeof finding>;

/** A person's decision about one column; it outranks the suggestion and survives re-runs. */
export const decision = z.object({
  column: z.string(),
  action: z.enum(['accepted', 'overridden']),
  type: typeId,
  class: columnClass,
  reason: z.string().nullable(),
  actor: z.string(),
  at: z.string(),
});
export type Decision = z.infer<typeof decision>;

/**
 * A set of columns, of whatever class, and the share (0..1) of rows that are alone over it; `alone` `of` so many rows,
 * absent in what earlier versions recorded. `estimated`: from a slice of a long table.
 */
export const singlingOut = z.object({
  columns: z.array(z.string()),
  uniqueShare: z.number(),
  alone: z.number().optional(),
  of: z.number().optional(),
  estimated: z.literal(true).optional(),
});
export type SinglingOut = z.infer<typeof singlingOut>;

/** The sets that single out most rows first; of two alike the one that needs fewer columns. */
export const worstFirst = (sets: readonly SinglingOut[]): SinglingOut[] =>
  sets.toSorted((a, b) => b.uniqueShare - a.uniqueShare || a.columns.length - b.columns.length);

/**
 * One line of the tracking inventory (mission D7). `since`: the earliest day (`YYYY-MM-DD`) or year that a column of
 * moments holds. `channel`: one of the seven collection channels. `purposes`: codes of the purpose presets that need
 * such data (P1–P8).
 */
export const inventoryItem = z.object({
  column: z.string(),
  type: typeId.optional(),
  tracks: z.string(),
  reveals: z.string(),
  granularity: z.string(),
  since: z.string().nullable(),
  channel: z.string().nullable().optional(),
  purposes: z.array(z.string()).optional(),
});
export type InventoryItem = z.infer<typeof inventoryItem>;

/**
 * The system whose export a dataset is (a preset of `shared/channels`), how it gave itself away, and how people are
 * usually informed.
 */
export const classificationSource = z.object({
  preset: z.string(),
  label: z.string(),
  reason: z.string(),
  informedHow: z.string(),
  notes: z.array(z.string()),
});
export type ClassificationSource = z.infer<typeof classificationSource>;

/** A whole dataset's classification; the shape of `custos classify --json` (interface.md) without `file`. */
export const classification = z.object({
  rows: z.number(),
  policy: z.enum(['customer-tracking', 'gdpr-strict']),
  columns: z.array(finding),
  /** What a reader should know of the whole table, in sentences: that its column names are in no language known here. */
  notes: z.array(z.string()).optional(),
  singlingOut: z.array(singlingOut),
  /** Column by which `singlingOut` counts people instead of rows; absent: every row is taken for a person. */
  person: z.string().optional(),
  /** One of the seven collection channels (`shared/channels`), or null where none was recognised. */
  channel: z.string().nullable(),
  source: classificationSource.nullable().optional(),
  inventory: z.array(inventoryItem),
});
export type Classification = z.infer<typeof classification>;
