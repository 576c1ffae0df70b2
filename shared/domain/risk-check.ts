import { z } from 'zod';
import { risk } from './risk.ts';

/** What one attacker reaches: the worst row, the average row, and how many rows are above a threshold. */
const attacker = z.object({
  max: z.number(),
  average: z.number(),
  above: z.object({ threshold: z.number(), rows: z.number(), share: z.number() }),
});

export const attackers = z.object({
  prosecutor: attacker,
  /** By what the people of the population were counted. */
  journalist: attacker.extend({ basis: z.enum(['file', 'population-size', 'population-file']) }),
  marketer: z.object({ average: z.number() }),
});
export type Attackers = z.infer<typeof attackers>;

/** People of the population who are alone, by each estimate; null where its model does not fit. */
export const populationUniqueness = z.object({
  size: z.number(),
  /** Share of the population in the file. */
  fraction: z.number(),
  zayatz: z.number(),
  pitman: z.number().nullable(),
  snb: z.number().nullable(),
  dankar: z.object({ estimate: z.number(), share: z.number(), by: z.enum(['pitman', 'zayatz', 'snb', 'none']) }),
});
export type PopulationUniqueness = z.infer<typeof populationUniqueness>;

/**
 * Data intrusion simulation: how likely a match is right that somebody makes who finds exactly one row; of the file, and of
 * those who are in a minimal unique by their scores. `fraction` is the share of the population in the file, `assumed`
 * where nobody said how many people that is.
 */
export const dataIntrusion = z.object({
  fraction: z.number(),
  assumed: z.boolean(),
  file: z.number(),
  highest: z.number(),
  average: z.number(),
});
export type DataIntrusion = z.infer<typeof dataIntrusion>;

/** Which columns make people unique. */
export const worstColumns = z.object({
  /** Sets of up to so many columns were looked at. */
  upTo: z.number(),
  /** Larger sets were wanted, or more columns, and would have taken too long. */
  cut: z.boolean(),
  /** Rows that are alone in some set of so many columns. */
  rows: z.number(),
  /** Sets in which most rows are alone, and in no smaller part of them. */
  sets: z.array(z.object({ columns: z.array(z.string()), rows: z.number() })),
  /**
   * Rows alone in the column by itself, rows with it in a minimal set, and the share of all scores that lies in its sets.
   */
  columns: z.array(z.object({ name: z.string(), alone: z.number(), rows: z.number(), share: z.number() })),
  /** Null where nobody is alone over all counted columns, or in no set of those that were looked at. */
  dis: dataIntrusion.nullable().optional(),
});
export type WorstColumns = z.infer<typeof worstColumns>;

/** How well columns tell rows apart: classes per row, and the share of pairs of rows that differ. */
const separating = { distinction: z.number(), separation: z.number() };
export const tellingColumns = z.object({
  /** Every column by itself, the most telling first. */
  columns: z.array(z.object({ name: z.string(), ...separating })),
  /** Columns put together one by one, each time the one that tells most apart; with what is reached so far. */
  together: z.array(z.object({ name: z.string(), ...separating })),
  cut: z.boolean(),
});
export type TellingColumns = z.infer<typeof tellingColumns>;

/** What somebody finds who knows the columns of a knowledge set. */
export const knowledgeFound = z.object({
  id: z.string(),
  /** The columns of it that are here; none: nothing was measured. */
  columns: z.array(z.string()),
  /** Null where nothing was measured: `alone` people of `of`, and the expected share of rows found. */
  found: z.object({ alone: z.number(), of: z.number(), share: z.number() }).nullable(),
});
export type KnowledgeFound = z.infer<typeof knowledgeFound>;

/** People who are alone in a class. */
export const peopleAlone = z.object({ people: z.number(), of: z.number(), share: z.number() });
export type PeopleAlone = z.infer<typeof peopleAlone>;

/** `custos risk --json`: everything that is measured of a table before anything is done to it. */
export const riskCheck = risk.extend({
  ...attackers.shape,
  alone: peopleAlone,
  /** Null where nobody said how many people the file was drawn from. */
  population: populationUniqueness.nullable(),
  /** Sum, highest and average of the individual risks; null as `population`. */
  individual: z.object({ expected: z.number(), highest: z.number(), average: z.number() }).nullable(),
  worst: worstColumns.nullable(),
  telling: tellingColumns.nullable(),
  knowledge: z.array(knowledgeFound),
  /** What a person should know of the figures: who was counted, what was cut, what says nothing. */
  warnings: z.array(z.string()),
});
export type RiskCheck = z.infer<typeof riskCheck>;
