import type { z } from 'zod';

/** Something that is counted in rows because a guardrail asks for it. Counts and names of columns, never a cell. */
export interface Fact<Id extends string = string, Value extends z.ZodType = z.ZodType> {
  id: Id;
  /** What it tells, so that it can be kept with the answer that was given by it. */
  value: Value;
}

/** A fact as it is written in its file; its id is kept as a literal, so that the list gives the union of ids. */
export const fact = <const Id extends string, Value extends z.ZodType>(made: Fact<Id, Value>): Fact<Id, Value> => made;

/** Nobody looked: the release asks nothing of the kind, or no guardrail of this run does. */
export const notAsked = { state: 'not-asked' } as const;
/** Asked for, and no column of the source tells. */
export const notTold = { state: 'not-told' } as const;
export type Unanswered = typeof notAsked | typeof notTold;

/** What is known of a fact. That nobody looked and that nothing tells are two things, and neither is an answer. */
export type FactAnswer<Value> = { state: 'told'; value: Value } | Unanswered;

export const told = <Value>(value: Value): FactAnswer<Value> => ({ state: 'told', value });
