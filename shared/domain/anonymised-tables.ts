import { z } from 'zod';
import { attackResult } from './attack-results.ts';
import { guardFinding } from './guardrail.ts';
import { disclosureTest, earlierEdition, earlierJoin, releaseLabel } from './release-figures.ts';

/** What their certificate is called beside the tables. */
export const tablesCertificateName = 'tables.certificate.json';

/** What cells read: the labels of a hierarchy, or lists of the values that a group has. */
export const tableLabels = ['levels', 'sets'] as const;
export type TableLabels = (typeof tableLabels)[number];

/** Why rows of a table are in no released one. */
export const leftOutRows = [
  /** They name nobody. */
  'no-key',
  /** They name somebody who is not in the table of people. */
  'orphan',
  /** Of a person with more rows than are kept of one. */
  'above-bound',
  /** Of a person with more rows than another of the group. */
  'no-place',
] as const;
export type LeftOutRows = (typeof leftOutRows)[number];

/** Why a column of a source is in no released table. */
export const leftOutColumns = [
  /** It points at a person. */
  'identifying',
  /** Its values differ in nearly every row, and cells were to list them. */
  'nearly-unique',
  /** Others were asked for. */
  'not-asked',
  /** Households are kept together by it. */
  'household',
] as const;
export type LeftOutColumn = (typeof leftOutColumns)[number];

const count = z.number().int().min(0);

const writtenTable = z.object({
  source: z.string(),
  output: z.string(),
  sha256: z.string(),
  /** Column by which the tables are joined: new numbers, the same for a person in every table. */
  key: z.string(),
  rowsIn: count,
  rowsOut: count,
  leftOut: z.array(z.object({ why: z.enum(leftOutRows), rows: count })),
  columns: z.array(z.string()),
  dropped: z.array(z.object({ column: z.string(), why: z.enum(leftOutColumns) })),
  /** Mean loss of a cell, 0…1; 1 for one of a row that was left out. */
  loss: z.number(),
});

/** What several tables may be called. */
export const tablesLabel = releaseLabel.extract(['anonymised', 'k-anonymous']);

/** What all guardrails say of one of the tables. */
export const guardedTable = z.object({ table: z.string(), findings: z.array(guardFinding) });
export type GuardedTable = z.infer<typeof guardedTable>;

/** How one of the tables joins an earlier release of its source. */
export const tableJoin = earlierJoin.extend({ table: z.string() });
export type TableJoin = z.infer<typeof tableJoin>;

/** How the tables stand against an earlier release of the same people; `table` null: all of them joined. */
export const tableEdition = earlierEdition.extend({ table: z.string().nullable() });
export type TableEdition = z.infer<typeof tableEdition>;

/** `custos anonymise --with --json`: several related tables as one release. `k` and `classes` come from the written files. */
export const anonymisedTables = z.object({
  label: tablesLabel,
  statement: z.string(),
  /** WP216's three questions. */
  tests: z.array(disclosureTest),
  /** What stands against the word *anonymised*, in sentences; empty where it is given. */
  against: z.array(z.string()),
  /** What it is for, by its id; null: nobody said. */
  purpose: z.string().nullable(),
  guardrails: z.array(guardedTable),
  /** Null: no register and no certificate beside the output tells of any. */
  earlierReleases: z.array(tableJoin).nullable(),
  earlierEditions: z.array(tableEdition),
  /** Fewest people who read the same over all tables joined. */
  k: count,
  targetK: count,
  /** What is counted to reach the target. */
  counts: z.enum(['people', 'households']),
  people: count,
  cells: z.enum(tableLabels),
  classes: count,
  /** Mean loss of a cell over all tables. */
  loss: z.number(),
  /** The table of people first. */
  tables: z.array(writtenTable),
  /** On people joined to their rows, released anew by random halves; null: not attacked. */
  attacks: z.array(attackResult).nullable(),
  certificate: z.string(),
  certificateSha256: z.string(),
  registerEntry: z.number().nullable(),
  /** What register and certificate call the release. */
  releaseId: z.string(),
  notes: z.array(z.string()),
});
export type AnonymisedTables = z.infer<typeof anonymisedTables>;
