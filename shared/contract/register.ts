import { z } from 'zod';
import type { EntryArea } from '#shared/journal/entry-kinds/index.ts';
import { historyText } from '#shared/text/history/index.ts';
import { papers } from './control.ts';
import { method } from './failure.ts';

export const logEntry = z.object({
  seq: z.number(),
  ts: z.string(),
  /**
   * What the clock of the machine said, where `ts` never goes back in time; absent in entries written before the
   * register kept it.
   */
  clock: z.string().optional(),
  kind: z.string(),
  actor: z.string(),
  subjectRef: z.string(),
  /** Name of the dataset that the entry is about, as its import gave it: it stays readable when the dataset is gone. */
  about: z.string().optional(),
  leafHash: z.string(),
  prevHash: z.string(),
  payload: z.unknown(),
  /** What it says, in words: names as they were then, also of what is gone. */
  sentence: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;

/** `custos register head --json`: the newest signed head, and the keys to check it with as others' tools take them. */
export const exportedHead = z.object({
  origin: z.string(),
  size: z.number(),
  root: z.string(),
  at: z.string(),
  note: z.string(),
  keys: z.array(z.string()),
});
export type ExportedHead = z.infer<typeof exportedHead>;

/** The same with a code that two people can read out to each other. */
const shownHead = exportedHead.extend({ code: z.string() });
export type ShownHead = z.infer<typeof shownHead>;

/** Whether the register goes on from a head that was kept outside, in a sentence; `seq`: the entry to look at. */
const checkedHead = z.object({ holds: z.boolean(), sentence: z.string(), seq: z.number().nullable() });
export type CheckedHead = z.infer<typeof checkedHead>;

/** Keys as others' tools take them (C2SP vkey). */
const cosigners = z.object({
  keys: z.array(z.object({ name: z.string(), key: z.string(), entry: z.number() })),
  /** Operators at work whose keys are not registered for countersignatures. */
  operators: z.array(z.object({ name: z.string(), key: z.string() })),
  /** Newest first. */
  countersigned: z.array(z.object({ name: z.string(), size: z.number(), at: z.string(), entry: z.number() })),
});
export type Cosigners = z.infer<typeof cosigners>;

const countersignedHead = z.object({ fileName: z.string(), name: z.string(), size: z.number(), entry: z.number() });
export type CountersignedHead = z.infer<typeof countersignedHead>;

/** `custos register verify --json`. */
export const verification = z.object({
  ok: z.boolean(),
  entries: z.number(),
  checkpoint: z.object({ size: z.number(), root: z.string(), at: z.string() }).nullable(),
  problems: z.array(z.object({ seq: z.number().nullable(), kind: z.string(), detail: z.string() })),
  /** Proofs of runs of retention that were held against the log; absent where the log does not hold together. */
  retentionProofs: z.number().optional(),
});
export type Verification = z.infer<typeof verification>;

/** What was entered since the workspace was opened the time before; `since` null: it never was on this machine. */
const sinceLastVisit = z.object({
  since: z.string().nullable(),
  total: z.number(),
  entries: z.array(z.object({ seq: z.number(), at: z.string(), sentence: z.string() })),
});
export type SinceLastVisit = z.infer<typeof sinceLastVisit>;

/** `custos register stamp --json`. */
export const addedStamp = z.object({
  size: z.number(),
  /** When, as the authority says it; ISO 8601. */
  at: z.string(),
  authority: z.string(),
  /** Whether it leads to a certificate that the person named as trusted; false where they named none. */
  trusted: z.boolean(),
  entry: z.number(),
});
export type AddedStamp = z.infer<typeof addedStamp>;

/** How many entries a choice leaves, beside whatever else is chosen. */
const facet = z.array(z.object({ value: z.string(), label: z.string(), entries: z.number() }));

/** What entries are looked for by; what is absent does not matter. */
export const historyFilter = z.object({
  kind: z.string().max(200).optional(),
  actor: z.string().max(1000).optional(),
  area: z.enum(Object.keys(historyText.areas) as [EntryArea, ...EntryArea[]]).optional(),
  /** Id of a dataset, one that was deleted, too. */
  dataset: z.string().max(200).optional(),
  /** Instants, ISO 8601 in UTC: from the first on, and before the second. */
  since: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
  /** Words that must all be in the sentence, or in a text of the payload; case and accents do not matter. */
  text: z.string().max(200).optional(),
});
export type HistoryFilter = z.infer<typeof historyFilter>;

export const register = {
  /** Newest first. `facets`: what each further choice would leave. */
  list: method
    .input(
      historyFilter.extend({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
        facets: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        total: z.number(),
        kinds: z.array(z.string()),
        entries: z.array(logEntry),
        facets: z.object({ actors: facet, areas: facet, datasets: facet }).optional(),
      }),
    ),
  /** The chosen entries as a file at a granted place: PDF on that paper, CSV or HTML by its ending. */
  print: method
    .input(z.object({ filter: historyFilter, grantId: z.string(), paper: z.enum(papers).default('A4') }))
    .output(z.object({ fileName: z.string(), entries: z.number() })),
  /** The newest deeds since the last visit, and how many there are. */
  sinceLastVisit: method.input(z.object({ most: z.int().min(1).max(50).default(5) })).output(sinceLastVisit),
  get: method.input(z.object({ seq: z.number().int().min(1) })).output(logEntry),
  verify: method.input(z.object({})).output(verification),
  head: method.input(z.object({})).output(shownHead),
  /** The newest head as a file: a page where its name ends in `.pdf` or `.html`, else the signed note. */
  saveHead: method
    .input(z.object({ grantId: z.string(), paper: z.enum(papers).default('A4') }))
    .output(z.object({ fileName: z.string(), size: z.number() })),
  /** Holds a head that was kept outside against the register. */
  checkHead: method.input(z.object({ grantId: z.string() })).output(checkedHead),
  cosigners: method.input(z.object({})).output(cosigners),
  /** Whoever works here countersigns the newest head; the file is theirs to keep. */
  countersignHead: method.input(z.object({ grantId: z.string() })).output(countersignedHead),
  /** Somebody else's key (C2SP vkey of type 04), with which they countersign heads. */
  addCosigner: method
    .input(z.object({ key: z.string().max(500), reason: z.string().max(2000) }))
    .output(z.object({ name: z.string(), entry: z.number() })),
  /** A head that registered cosigners signed elsewhere, as a file: what they said becomes entries. */
  addCountersignatures: method
    .input(z.object({ grantId: z.string() }))
    .output(
      z.object({ size: z.number(), by: z.array(z.object({ name: z.string(), at: z.string(), entry: z.number() })) }),
    ),
  /** An authority's time stamp of a head (RFC 3161 answer), the request that it answers, a certificate that is trusted. */
  addStamp: method
    .input(z.object({ grantId: z.string(), requestGrantId: z.string(), rootGrantId: z.string().optional() }))
    .output(addedStamp),
};
