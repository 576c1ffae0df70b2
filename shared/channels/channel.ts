import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** The seven collection channels of customer data (mission D8); the ids are what a workspace stores. */
export const channelFamilies = [
  'website-analytics',
  'social-media',
  'tracking-pixels',
  'contact-forms',
  'feedback-surveys',
  'customer-service',
  'transactions',
] as const;
export type ChannelFamily = (typeof channelFamilies)[number];

/**
 * What makes an export sure to come from one system. Names are compared by `normaliseName`; `*` in a name stands for
 * any text (`amount spent (*)`).
 */
export interface Fingerprint {
  /** Alternatives: one is enough, and every name of it must be a column. */
  readonly names: readonly (readonly string[])[];
  /** Names of columns that rule the system out. */
  readonly not?: readonly string[];
  /** Words before the table without which the names alone say too little; every pattern must fit one of the lines. */
  readonly preamble?: readonly RegExp[];
  /**
   * The first column has one of these names and most others are questions put to people: how form tools write answers.
   */
  readonly questionsAfter?: readonly string[];
  /** Most values of this column must be written so; looked at once values are known. */
  readonly values?: { readonly column: string; readonly pattern: RegExp };
}

/** How the export is to be read where it is no plain table. Everything here is shown as detected and can be changed. */
export interface Reading {
  /**
   * A second row of names: it is there when the cell under this column is blank. `plain` words in it add nothing to the
   * name above.
   */
  readonly secondHeader?: { readonly under: string; readonly plain: readonly string[] };
  /**
   * Under the names stand a row of texts and one of words for machines, every filled cell of which looks so; the text
   * follows the name of each column that the preset does not know.
   */
  readonly labelRows?: { readonly machineWords: RegExp };
  /**
   * The first row of names holds codes and the second what they mean: a column whose code looks so is called by its
   * meaning, any other by both.
   */
  readonly codesAbove?: RegExp;
  /**
   * The text holds tables one below the other, under comment lines or blank lines: one is chosen, the largest unless a
   * person says otherwise.
   */
  readonly severalTables?: boolean;
  /**
   * Rows that sum up the others: their first filled cell, or any cell, says so; or they belong to none of the things
   * the report lists (every one of these columns that the file has is blank).
   */
  readonly totals?: { readonly firstCell?: RegExp; readonly anyCell?: RegExp; readonly blankUnder?: readonly string[] };
  /** Words the system writes for a missing value, trimmed; read as empty. */
  readonly nullWords?: readonly string[];
  /** The system puts an apostrophe before texts that a spreadsheet would take for a number or a formula. */
  readonly formulaGuard?: boolean;
  /** JSON fields that are lists of key and value: each key becomes a column `field.key`. */
  readonly keyValueLists?: readonly string[];
  /**
   * JSON fields that are lists of records and may be opened as a table of their own, each with the fields of their
   * record that go with every line.
   */
  readonly childLists?: Readonly<Record<string, readonly string[]>>;
  /** Clock and spelling of the system's times, in words for a person. */
  readonly times: string;
}

/** An invented export in the system's real layout. */
export interface ChannelExample {
  readonly fileName: string;
  readonly text: string;
  /** Default utf-8. */
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le-bom';
  /** Rows that must come out (of the largest table), and rows that must be left out as totals. */
  readonly rows: number;
  readonly totals?: number;
  /** Columns by display name and the type each must be found to be. */
  readonly expect: Readonly<Record<string, SemanticTypeId>>;
}

/** One system's export: how it is recognised, read and understood. All of it is data. */
export interface Channel<Id extends string = string> {
  /** kebab-case, the name of its file; stored in files for ever. */
  readonly id: Id;
  readonly label: string;
  /** Subject of the evidence sentence: "Shopify’s order export calls it so." */
  readonly called: string;
  readonly family: ChannelFamily;
  readonly fingerprint: Fingerprint;
  readonly reading: Reading;
  /**
   * Semantic types of the columns it knows, by normalised name; `*` stands for any text. The first entry that fits
   * counts.
   */
  readonly columns: Readonly<Record<string, SemanticTypeId>>;
  /** How people are usually informed, and what in the export proves it. */
  readonly informedHow: string;
  /** What is easily misread. */
  readonly notes: readonly string[];
  /** Where the layout is known from. */
  readonly source: string;
  readonly example: ChannelExample;
}

/** A channel as it is written in its file; its id is kept as a literal, so that the list gives the union of ids. */
export const channel = <const Id extends string>(preset: Channel<Id>): Channel<Id> => preset;
