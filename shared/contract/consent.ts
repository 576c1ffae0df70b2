import { z } from 'zod';
import { consentCounts, consentForms, type ConsentBatch, type ConsentDoubt } from '#shared/domain/consent.ts';
import { intakeOptions } from '#shared/domain/intake.ts';
import type { Standing } from '#shared/consent/standing.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
const word = z.string().min(1).max(200);
const column = z.string().min(1).max(20_000);
const day = z.iso.date();

/** Columns of the source that say something, where whoever asks names them. */
const columns = z.strictObject({
  key: column.optional(),
  purpose: column.optional(),
  state: column.optional(),
  date: column.optional(),
  until: column.optional(),
});

/** How many of a purpose's people stand where. */
const purposeCounts = z.object({
  purpose: z.string(),
  title: z.string(),
  people: consentCounts,
  /** Of those unknown, why. */
  unknown: z.record(z.string(), z.number()),
});

/** A release of before a withdrawal: whoever has it has people in it who took their consent back since. */
export const consentRelease = z.object({
  releaseId: z.string(),
  fileName: z.string(),
  purpose: z.string(),
  recipient: z.string().nullable(),
  writtenAt: z.string(),
  entry: z.number(),
  /** People who took consent back, or had it ended, since it was written. */
  withdrawn: z.number(),
});
export type ConsentRelease = z.infer<typeof consentRelease>;

export const consentRecorded = z.object({
  batchId: z.string(),
  form: z.enum(consentForms),
  fileName: z.string().nullable(),
  keyColumn: z.string(),
  /** The columns that were read, by what they say: chosen by whoever asked, or found. */
  columns: z.record(z.string(), z.array(z.string())),
  rows: z.number(),
  /** Events that are new. */
  events: z.number(),
  /** Events that the ledger had already. */
  known: z.number(),
  people: z.number(),
  /** People of the source whom the dataset does not have. */
  strangers: z.number(),
  /** Events whose date, state or purpose makes them unknown. */
  doubtful: z.number(),
  /** `listed`: the first of them, each with its sentence. */
  unread: z.object({ total: z.number(), listed: z.array(z.object({ row: z.number(), detail: z.string() })) }),
  purposes: z.array(purposeCounts),
  toTell: z.array(consentRelease),
  registerEntry: z.number(),
});
export interface ConsentRecorded extends z.infer<typeof consentRecorded> {}
const recorded: z.ZodType<ConsentRecorded> = consentRecorded;

export const consentStatus = z.object({
  purpose: z.string(),
  title: z.string(),
  code: z.string(),
  day,
  /** Whose people are counted; null: everybody whom the ledger knows. */
  dataset: z.object({ id: z.string(), name: z.string(), keyColumn: z.string() }).nullable(),
  people: consentCounts,
  /** Of those unknown, why. */
  unknown: z.record(z.string(), z.number()),
  /** Valid consents by the month (YYYY-MM) in which they end. */
  due: z.array(z.object({ month: z.string(), people: z.number() })),
  /** The day on which somebody last had the log keep a check, null where nobody did; and when the next is due. */
  check: z.object({ last: day.nullable(), next: day }),
  toTell: z.array(consentRelease),
  lastEvent: z.number(),
});
export interface ConsentStatus extends z.infer<typeof consentStatus> {}
const status: z.ZodType<ConsentStatus[]> = z.array(consentStatus);

/** One event of one person, as a screen shows it. */
export interface ShownConsentEvent {
  seq: number;
  purpose: string;
  state: string;
  at: string | null;
  until: string | null;
  doubt: ConsentDoubt | null;
  recordedAt: string;
  /** What it was read from. */
  source: string;
}

/** Everything the ledger has of one person; `standings` by purpose. */
export interface ConsentOfPerson {
  events: ShownConsentEvent[];
  standings: { purpose: string; title: string; standing: Standing }[];
}

export const consentAsked = z.object({
  fileName: z.string(),
  sha256: z.string(),
  people: z.number(),
  rows: z.number(),
  stillValid: z.number(),
  noContact: z.number(),
  refused: z.number(),
  underAge: z.number(),
  ageUnknown: z.number(),
  columns: z.array(z.string()),
  registerEntry: z.number(),
});
export type ConsentAsked = z.infer<typeof consentAsked>;

/** The consent ledger: who agreed to which purpose, since when, until when. */
export const consent = {
  /**
   * Reads a granted file, or without one the dataset's own columns, into the ledger. `key`: the column of the dataset
   * that names a person; `columns`: those of the source.
   */
  record: method
    .input(
      z.object({
        datasetId: z.string(),
        key: column,
        grantId: z.string().optional(),
        options: intakeOptions.partial().optional(),
        form: z.enum(consentForms).optional(),
        columns: columns.default({}),
        purpose: word.optional(),
        tcf: z
          .strictObject({
            purposes: z.array(z.int().min(1).max(24)).min(1).max(24),
            vendor: z.int().min(1).max(65_535),
          })
          .optional(),
        asOf: day.optional(),
        reason: z.string().trim().max(2000).default(''),
      }),
    )
    .output(jobEvents(recorded)),
  /** Where people stand, by purpose. Without a dataset everybody whom the ledger knows. */
  status: method
    .input(z.object({ purpose: word.optional(), datasetId: z.string().optional(), day: day.optional() }))
    .output(status),
  /** What was read into the ledger, the newest first. */
  readings: method.input(z.object({})).output(z.array(made<ConsentBatch & { dataset: string }>())),
  /** What the ledger has of the person whom a value of a key column names. */
  person: method.input(z.object({ value: z.string().min(1).max(512) })).output(made<ConsentOfPerson>()),
  /** Writes the list of people to ask again, whose consent holds no more or ends soon. Abort the call to cancel. */
  askAgain: method
    .input(
      z.object({
        purpose: word,
        datasetId: z.string().optional(),
        day: day.optional(),
        within: z.int().min(0).max(3650).default(0),
        grantId: z.string(),
      }),
    )
    .output(consentAsked),
  /** Writes a calendar (iCalendar) of the days until which consents have to be asked for again. Counts, no person. */
  calendar: method
    .input(z.object({ purpose: word.optional(), day: day.optional(), grantId: z.string() }))
    .output(z.object({ fileName: z.string(), sha256: z.string(), due: z.number(), registerEntry: z.number() })),
  /** Enters into the log where the people of a purpose stand today. */
  check: method.input(z.object({ purpose: word })).output(z.object({ registerEntry: z.number() })),
};
