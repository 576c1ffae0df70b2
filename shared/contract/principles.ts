import { z } from 'zod';
import { guardState } from '#shared/domain/guardrail.ts';
import { method } from './failure.ts';

/** Where somebody can do something about it. */
const place = z.object({
  screen: z.enum(['classify', 'release', 'register', 'fairness', 'retention', 'datasets']),
  dataset: z.string().nullable(),
  record: z.object({ kind: z.string(), id: z.string().nullable(), field: z.string().nullable() }).nullable(),
  /** A part of the register beside its records: what a dataset is for, which columns are needed, what people are told. */
  part: z.enum(['purposes', 'columns', 'notice']).nullable(),
  /** The purpose that it is about there, by its record's id. */
  purpose: z.string().nullable(),
});
export type PrinciplePlace = z.infer<typeof place>;

const check = z.object({
  state: guardState,
  /** When it was looked at (ISO 8601). */
  at: z.string(),
  /** The entry of the log that shows it; null where it was looked at just now. */
  entry: z.number().nullable(),
  /** What was looked at, by name. */
  on: z.string(),
  says: z.string(),
  /** What to do; empty where nothing is to be done. */
  fix: z.string(),
  place: place.nullable(),
});
export type PrincipleCheckShown = z.infer<typeof check>;

const cell = z.object({
  control: z.string(),
  dataset: z.string().nullable(),
  state: guardState,
  checks: z.array(check),
});

const kept = z.object({ entry: z.number(), at: z.string(), by: z.string() });

export const principlesShown = z.object({
  at: z.string(),
  /** What was looked at beside the datasets: written files, activities of the register, entries of the log. */
  over: z.object({ releases: z.number(), activities: z.number(), entries: z.number() }),
  /** When somebody last had it kept in the log where the principles stood; null: never. */
  kept: kept.nullable(),
  datasets: z.array(z.object({ id: z.string(), name: z.string() })),
  controls: z.array(z.object({ id: z.string(), title: z.string() })),
  cells: z.array(cell),
});
export type PrinciplesShown = z.infer<typeof principlesShown>;

const principlesKept = kept.extend({ shown: principlesShown });
export type PrinciplesKept = z.infer<typeof principlesKept>;

export const principles = {
  /** G1–G7 and E1–E9 for the workspace and per dataset: state, evidence, what to do next. No total, and no verdict. */
  matrix: method.input(z.object({})).output(principlesShown),
  /** Looks anew and enters what was found; `shown` is exactly that, and says which entry it is. */
  keep: method.input(z.object({})).output(principlesKept),
};
