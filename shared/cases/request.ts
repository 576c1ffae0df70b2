import { z } from 'zod';
import {
  refusalGrounds,
  requestChannels,
  requestOutcomes,
  requestTypes,
  requestWaits,
} from '#shared/domain/request.ts';

const day = z.iso.date();
const short = z.string().max(500);
const long = z.string().max(4000);
const number = z.int().min(0);

/** A column, or another place, in which the person was found; never the values. */
const foundPlace = z.strictObject({
  place: z.string().max(50),
  id: z.string().max(200),
  dataset: z.string().max(2000),
  column: z.string().max(20_000),
  match: z.string().max(20),
  rows: number,
});

/** What a search came to: it is the proof that it was looked everywhere, also where nobody was found. */
const search = z.strictObject({
  on: day,
  values: number,
  hits: z.array(foundPlace),
  searched: z.array(
    z.strictObject({ place: z.string().max(50), id: z.string().max(200), name: z.string().max(2000), rows: number }),
  ),
  notSearched: z.array(z.strictObject({ what: long, why: long })),
  registerEntry: number.nullable(),
  /** Why so many rows are one person's all the same; empty where nobody had to say. */
  onePerson: long,
});
export type RequestSearch = z.infer<typeof search>;

const decision = z.strictObject({
  outcome: z.enum(requestOutcomes),
  ground: z.enum(refusalGrounds).nullable(),
  reason: long,
  /**
   * Places in which something is kept, by their number in the search, and why; of records the columns that stay, where
   * not all do.
   */
  kept: z.array(
    z.strictObject({ hit: number, reason: long, columns: z.array(z.string().max(20_000)).max(10_000).optional() }),
  ),
  on: day,
});

/** A recipient who has the person in a file, and was told what became of it (GDPR Art. 19). */
const recipient = z.strictObject({
  releaseId: z.string().max(200),
  fileName: z.string().max(2000),
  recipient: z.string().max(2000).nullable(),
  writtenAt: z.string().max(40),
  /** Whether the person was found in the file, or the file was not looked through. */
  holds: z.enum(['yes', 'not-known']),
  toldOn: day.nullable(),
  /** Why nobody is told: it is impossible, or would take an effort out of all proportion. */
  notTold: long,
});
export type RequestRecipient = z.infer<typeof recipient>;

const deed = z.strictObject({
  what: z.enum(['copied', 'erased', 'rectified', 'suppressed', 'stopped', 'by-hand']),
  on: day,
  note: long,
  /** Records that were copied, erased or put right; null where none are counted. */
  rows: number.nullable(),
  /** What an erasure could not reach, or left because it may be about others. */
  remains: z.array(z.strictObject({ what: long, why: long })),
  fileName: z.string().max(1000).nullable(),
  sha256: z.string().max(64).nullable(),
  registerEntry: number.nullable(),
});
export type RequestDeed = z.infer<typeof deed>;
/** What a deed says where it says nothing. */
export const noDeed: Omit<RequestDeed, 'what' | 'on'> = {
  note: '',
  rows: null,
  remains: [],
  fileName: null,
  sha256: null,
  registerEntry: null,
};

/** What somebody asked for, how it was looked for and decided, what was done and what they were told. */
export const requestRecord = z.strictObject({
  /** `R-14`: what people call it. It tells nothing of whom. */
  ref: z.string().max(20),
  type: z.enum(requestTypes),
  receivedOn: day,
  channel: z.enum(requestChannels),
  /** Whose holidays count (`shared/deadlines/holidays.ts`); empty: weekends alone. */
  calendar: z.string().max(10),
  /** Language of the letters (ISO 639-1). */
  language: z.string().max(10),
  name: short,
  contact: short,
  /** Who asks for them: a parent, a lawyer; empty where they ask themselves. */
  onBehalf: short,
  /** What they want, in their words. */
  wish: long,
  /** What names them in the data. */
  identifiers: z.array(z.string().min(1).max(512)).max(20),
  identity: z.strictObject({
    state: z.enum(['open', 'asked', 'not-needed', 'shown']),
    method: long,
    on: day.nullable(),
  }),
  waits: z.array(z.strictObject({ why: z.enum(requestWaits), askedOn: day, answeredOn: day.nullable(), detail: long })),
  extension: z.strictObject({ reason: long, toldOn: day }).nullable(),
  acknowledgedOn: day.nullable(),
  search: search.nullable(),
  decision: decision.nullable(),
  deeds: z.array(deed),
  recipients: z.array(recipient),
  answer: z
    .strictObject({
      on: day,
      how: z.enum(requestChannels),
      /** That a complaint to the authority and a court are open to them was told (GDPR Art. 12(4)). */
      remediesTold: z.boolean(),
    })
    .nullable(),
});
export type RequestRecord = z.infer<typeof requestRecord>;
