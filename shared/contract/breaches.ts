import { z } from 'zod';
import { breachDecision, breachFacts, type BreachBody } from '#shared/cases/breach.ts';
import type { BreachClock } from '#shared/cases/breach/clock.ts';
import type { Protection } from '#shared/cases/breach/protection.ts';
import type { Affected } from '#shared/cases/breach/scope.ts';
import type { Unclosed } from '#shared/cases/breach/states.ts';
import {
  breachDeletions,
  breachFormIds,
  breachStates,
  type BreachFormId,
  type BreachState,
} from '#shared/domain/breach.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
const moment = z.iso.datetime({ offset: true });
const line = z.string().max(300);
const text = z.string().max(5000);
const id = z.string().min(1).max(200);
/** Id or reference (`B-2`) of a breach. */
const breach = id;

/** What can be written as a file about one breach; `register`: about all of them. */
export const breachExportKinds = [...breachFormIds, 'letter', 'register'] as const;
export type BreachExportKind = (typeof breachExportKinds)[number];

/** One breach in a list. */
export interface BreachSummary {
  id: string;
  ref: string;
  title: string;
  state: BreachState;
  clock: BreachClock;
  zone: string;
  people: Affected['people'] | null;
  /** Null: nobody has decided. */
  authority: boolean | null;
  toldPeople: boolean | null;
}

export interface BreachList {
  /** Those with a running clock first, the nearest before the others; then the newest. */
  breaches: BreachSummary[];
  /** Ids of records that cannot be read. */
  unreadable: string[];
  /** Hours that the authority is to be told within. */
  hours: number;
}

/** How far a form is filled. */
export interface FormFilled {
  id: BreachFormId;
  filled: number;
  byWorkspace: number;
  fields: number;
}

/** All of one breach. */
export interface BreachShown {
  id: string;
  body: BreachBody;
  clock: BreachClock;
  affected: Affected | null;
  protection: Protection;
  next: readonly BreachState[];
  unclosed: Unclosed[];
  forms: FormFilled[];
  /** What can be chosen as affected. */
  datasets: { id: string; name: string }[];
  releases: { id: string; name: string; to: string | null; on: string }[];
  /** Entries of the log about it, oldest first. */
  entries: { seq: number; kind: string; at: string }[];
}

/** Facts stated anew; what is left out stays as it is. */
const facts = z.strictObject(
  Object.fromEntries(Object.keys(breachFacts.shape).map((field) => [field, z.unknown().optional()])),
) as unknown as z.ZodType<Partial<z.input<typeof breachFacts>>>;

export const breachChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('facts'), facts }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(breachStates) }),
  z.strictObject({ kind: z.literal('decide'), decision: breachDecision }),
  z.strictObject({
    kind: z.literal('notified'),
    at: moment,
    authority: line,
    reference: line.default(''),
    delayReason: text.default(''),
  }),
  z.strictObject({ kind: z.literal('told'), at: moment, channel: line, people: z.int().min(0) }),
  z.strictObject({ kind: z.literal('phase'), content: text }),
  /** Of a closed one alone. */
  z.strictObject({ kind: z.literal('reopen'), reason: text }),
  z.strictObject({
    kind: z.literal('close'),
    rootCause: text.default(''),
    effects: text,
    remedy: text,
    lessons: text.default(''),
  }),
]);
export type BreachChange = z.infer<typeof breachChange>;

const entered = z.object({ id: z.string(), ref: z.string(), registerEntry: z.number() });

/** Personal data breaches: the register of Art. 33(5). It stops nothing and sends nothing. */
export const breaches = {
  list: method.input(z.object({})).output(made<BreachList>()),
  get: method.input(z.object({ breach })).output(made<BreachShown>()),
  /** Begins the clock. `zone`: IANA name of whoever reports; absent: the engine's own. */
  report: method
    .input(
      z.object({ title: line, awareAt: moment, description: text.default(''), zone: z.string().max(100).optional() }),
    )
    .output(entered.extend({ dueAt: z.string() })),
  /** Computes who is affected from datasets and releases of the workspace, in place of what was chosen before. */
  affected: method
    .input(z.object({ breach, datasets: z.array(id).max(200), releases: z.array(id).max(300) }))
    .output(jobEvents(entered as z.ZodType<{ id: string; ref: string; registerEntry: number }>)),
  change: method.input(z.object({ breach, change: breachChange })).output(entered),
  /** Erases the record; the log keeps that there was one. */
  delete: method
    .input(z.object({ breach, why: z.enum(breachDeletions) }))
    .output(z.object({ registerEntry: z.number() })),
  /** A draft for an authority or for people, or the register of all: JSON, HTML or PDF by the ending of the granted name. */
  export: method
    .input(z.object({ breach: breach.nullable(), what: z.enum(breachExportKinds), grantId: z.string() }))
    .output(
      z.object({
        fileName: z.string(),
        sha256: z.string(),
        filled: z.number(),
        fields: z.number(),
        registerEntry: z.number(),
        missingSigns: z.array(z.string()),
      }),
    ),
};
