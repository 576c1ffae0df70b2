import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { Cell } from './values.ts';

/** The day that every dataset is judged on. */
export const today = '2026-11-29';

export const judgedRules = ['E1', 'E2', 'E3', 'E4', 'E5', 'E7', 'E8', 'G3', 'G6'] as const;
export type JudgedRule = (typeof judgedRules)[number];

interface Dataset {
  title: string;
  table: Readonly<Record<string, Cell>>;
  rows?: number;
  release?: ReleaseKind;
  purpose?: string;
  /** Columns that a recipe drops before anything leaves; absent: the file is judged as it is. */
  drops?: readonly string[];
}

/** A dataset that breaks one rule, and how gravely the product is to answer. */
export interface Planted extends Dataset {
  breaks: JudgedRule;
  /** `warn`: a rule that only warns, or is told only by asking. */
  verdict: 'block' | 'warn';
}

/** A dataset that looks as if it broke a rule, and does not: nothing may block it. */
export interface CleanAlike extends Dataset {
  alike: JudgedRule;
}

/** Blocks unless said otherwise. */
export const breaking = (breaks: JudgedRule, cases: readonly (Dataset & { verdict?: 'warn' })[]): readonly Planted[] =>
  cases.map((one) => ({ breaks, verdict: 'block', ...one }));

export const clean = (alike: JudgedRule, cases: readonly Dataset[]): readonly CleanAlike[] =>
  cases.map((one) => ({ alike, ...one }));
