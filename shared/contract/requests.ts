import { z } from 'zod';
import type { RequestRecord } from '#shared/cases/request.ts';
import type { StageState } from '#shared/cases/request-stages.ts';
import type { RequestClock, RequestDuty } from '#shared/deadlines/request-clock.ts';
import {
  refusalGrounds,
  requestChannels,
  requestLetters,
  requestOutcomes,
  requestTypes,
  type RequestStage,
  type RequestType,
} from '#shared/domain/request.ts';
import type { JustificationTerm } from '#shared/domain/justification-terms.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';
import { longestIdentifier, mostIdentifiers } from './subjects.ts';

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
const day = z.iso.date();
const id = z.string().min(1).max(200);
const text = z.string().trim().max(4000);
const reason = text.min(1);
const values = z.array(z.string().trim().min(1).max(longestIdentifier)).max(mostIdentifiers);

/** A request in a list: nothing of whom. */
export interface RequestSummary {
  id: string;
  ref: string;
  type: RequestType;
  receivedOn: string;
  /** The first stage that is still open; null after the answer. */
  stage: RequestStage | null;
  /** What is due first; null after the answer, and where no day is set. */
  next: RequestDuty | null;
  /** Days until it; negative where it is over. */
  left: number | null;
  /** A question to the person is open. */
  waiting: boolean;
  answeredOn: string | null;
  /** Day from which the record is to be deleted; null before the answer. */
  keepUntil: string | null;
}

export interface RequestView {
  id: string;
  request: RequestRecord;
  stages: Record<RequestStage, StageState>;
  clock: RequestClock;
  /** The day that the clock counts to: today, or the register's last day where this machine's clock is behind it. */
  today: string;
  keepUntil: string | null;
  /** The term of the Data Privacy Vocabulary for the ground of the decision; null where there is none. */
  groundTerm: JustificationTerm | null;
  /** Number of the entry that keeps the last step. */
  registerEntry: number | null;
}

/** A step of a request, as a person takes it. Days are those on which it happened. */
export const requestAct = z.discriminatedUnion('act', [
  /** Who asks is known; `how` says why that is certain. */
  z.strictObject({ act: z.literal('identified'), needed: z.boolean(), how: reason, on: day }),
  /** They were asked who they are, what they mean, or for a fee. */
  z.strictObject({ act: z.literal('ask'), why: z.enum(['identity', 'clarification', 'fee']), detail: text, on: day }),
  z.strictObject({ act: z.literal('answered'), why: z.enum(['clarification', 'fee']), on: day }),
  z.strictObject({ act: z.literal('identifiers'), values: values.min(1) }),
  /** Thousands of rows are one person's all the same. */
  z.strictObject({ act: z.literal('one-person'), reason }),
  z.strictObject({ act: z.literal('extend'), reason, on: day }),
  z.strictObject({ act: z.literal('acknowledge'), on: day }),
  z.strictObject({
    act: z.literal('decide'),
    outcome: z.enum(requestOutcomes),
    ground: z.enum(refusalGrounds).nullable(),
    reason: text,
    /** `columns`: of the person's records these stay, and the others are emptied; none: the records stay whole. */
    kept: z
      .array(
        z.strictObject({
          hit: z.int().min(0),
          reason,
          columns: z.array(z.string().max(20_000)).max(10_000).optional(),
        }),
      )
      .max(10_000),
  }),
  /** Advertising, or what rested on consent, has ended. */
  z.strictObject({ act: z.literal('stop'), note: reason, on: day }),
  z.strictObject({ act: z.literal('by-hand'), note: reason, on: day }),
  /** A recipient was told; `notTold`: why that is impossible. */
  z.strictObject({ act: z.literal('tell'), releaseId: id, on: day.nullable(), notTold: text }),
  z.strictObject({ act: z.literal('answer'), on: day, how: z.enum(requestChannels), remediesTold: z.boolean() }),
]);
export type RequestAct = z.infer<typeof requestAct>;

const view = made<RequestView>();

/** What people ask for: kept under seal, by the clock of the law, to the answer. */
export const requests = {
  /** The nearest due date first, then those that were answered. `unreadable`: ids of records that cannot be read. */
  list: method.input(z.object({})).output(made<{ requests: RequestSummary[]; unreadable: string[] }>()),
  get: method.input(z.object({ id })).output(view),
  open: method
    .input(
      z.strictObject({
        type: z.enum(requestTypes),
        receivedOn: day,
        channel: z.enum(requestChannels).default('other'),
        calendar: z.string().max(10).default(''),
        language: z.string().max(10).default('en'),
        name: z.string().trim().max(500).default(''),
        contact: z.string().trim().max(500).default(''),
        onBehalf: z.string().trim().max(500).default(''),
        wish: text.default(''),
        identifiers: values.default([]),
      }),
    )
    .output(view),
  act: method.input(z.object({ id, act: requestAct })).output(view),
  /** Looks for the person by what the request has of them. */
  find: method.input(z.object({ id })).output(jobEvents(view)),
  /** Writes the copy that is theirs to have: JSON, HTML or PDF by the ending of the granted name. */
  export: method.input(z.object({ id, grantId: z.string() })).output(jobEvents(view)),
  /** Takes the person out of everything that the workspace holds. `suppress`: keyed hashes keep that they objected. */
  erase: method.input(z.object({ id, suppress: z.boolean().default(false) })).output(jobEvents(view)),
  /** Puts right what a dataset says of them. `from`: where their records differ. */
  rectify: method
    .input(
      z.object({
        id,
        datasetId: z.string(),
        column: z.string().max(20_000),
        from: z.string().max(10_000).optional(),
        to: z.string().max(10_000).nullable(),
      }),
    )
    .output(jobEvents(view)),
  /** Keeps keyed hashes of what names them, by which later imports and releases know that they objected. */
  suppress: method.input(z.object({ id })).output(view),
  /** Writes a letter to the person, or to recipients, as a draft: HTML, PDF or plain text by the ending of the name. */
  letter: method
    .input(z.object({ id, letter: z.enum(requestLetters), grantId: z.string() }))
    .output(z.object({ fileName: z.string(), registerEntry: z.number() })),
  /** Erases the record. Before its time a reason is needed. */
  delete: method.input(z.object({ id, reason: text.default('') })).output(z.object({ registerEntry: z.number() })),
};
