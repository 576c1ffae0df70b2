import { z } from 'zod';
import { keepingGrounds } from '#shared/domain/request.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/**
 * How a cell names somebody: as typed, in whatever spelling (`plain`); under a key of this workspace, as a hash or a
 * token (`keyed`); hashed without a key, as a platform wants it (`platform`); inside a longer text (`text`).
 */
export const subjectMatches = ['plain', 'keyed', 'platform', 'text'] as const;
export type SubjectMatch = (typeof subjectMatches)[number];

/** What of a workspace can hold somebody. */
const subjectPlaces = [
  'dataset',
  'rejected-rows',
  'recipe',
  'release',
  'tokens',
  'consent-ledger',
  'records',
  'register',
] as const;

const place = { place: z.enum(subjectPlaces), id: z.string() };

export const subjectHit = z.object({
  ...place,
  /** Name of what holds the cells: a dataset, a released file, a domain of tokens. */
  dataset: z.string(),
  /** Empty where it has no columns. */
  column: z.string(),
  match: z.enum(subjectMatches),
  rows: z.number(),
});
export type SubjectHit = z.infer<typeof subjectHit>;

export const subjectFound = z.object({
  hits: z.array(subjectHit),
  /** Everything that was looked through, with its rows (of the consent ledger: its events). */
  searched: z.array(z.object({ ...place, name: z.string(), rows: z.number() })),
  notSearched: z.array(z.object({ what: z.string(), why: z.string() })),
  /** Number of the entry that keeps the search, without a word of whom; null where nothing can be written. */
  registerEntry: z.number().nullable(),
});
export interface SubjectFound extends z.infer<typeof subjectFound> {}
const found: z.ZodType<SubjectFound> = subjectFound;

/** Longest value that names somebody, and how many of them one search takes. */
export const longestIdentifier = 512;
export const mostIdentifiers = 20;

export const subjectExported = z.object({
  fileName: z.string(),
  sha256: z.string(),
  datasets: z.number(),
  rows: z.number(),
  consents: z.number(),
  releases: z.number(),
  mentions: z.array(z.object({ dataset: z.string(), column: z.string(), rows: z.number() })),
  notSearched: z.array(z.object({ what: z.string(), why: z.string() })),
  registerEntry: z.number(),
});
export interface SubjectExported extends z.infer<typeof subjectExported> {}
const exported: z.ZodType<SubjectExported> = subjectExported;

/** What may be about others as well, and stays: a person decides. */
export const subjectLeft = z.object({ dataset: z.string(), column: z.string(), rows: z.number(), why: z.string() });
export type SubjectLeft = z.infer<typeof subjectLeft>;

/** What of a dataset is kept though the person is erased: these columns of their records, or the records whole. */
const keepOnErasure = z.strictObject({
  datasetId: z.string(),
  /** By name; none: all of them. */
  columns: z.array(z.string()).max(10_000).default([]),
  ground: z.enum(keepingGrounds),
  /** Which law, until when; it stands in the register. */
  reason: z.string().max(2000),
});
export type KeepOnErasure = z.infer<typeof keepOnErasure>;

/** On which ground what the consent ledger has of a person is kept: it is the proof that they agreed, or said no. */
const keepConsent = keepOnErasure.pick({ ground: true, reason: true });
export type KeepConsent = z.infer<typeof keepConsent>;

const keptOfErasure = z.object({
  /** Records of theirs that stay, and the columns that stay in them and that were emptied. */
  rows: z.number(),
  columns: z.array(z.string()),
  emptied: z.array(z.string()),
  ground: z.enum(keepingGrounds),
  reason: z.string(),
});
export type KeptOfErasure = z.infer<typeof keptOfErasure>;

export const subjectErased = z.object({
  /** Nothing was changed: this is what an erasure would do. */
  dryRun: z.boolean(),
  datasets: z.array(
    z.object({
      datasetId: z.string(),
      name: z.string(),
      /** Records that are theirs and go, and the columns that say so. */
      rows: z.number(),
      foundBy: z.array(z.string()),
      /** Cells in records of others that named them: taken out of, or emptied. */
      cells: z.number(),
      rejectedRows: z.number(),
      /** The codebook that is kept with it named them. */
      codebook: z.boolean(),
      /** Their records here that stay; null: none does. */
      kept: keptOfErasure.nullable(),
    }),
  ),
  /** Tokens that nobody can look up any more. */
  tokens: z.number(),
  /** Events of the consent ledger, and those of it that stay by a law. */
  consents: z.number(),
  consentsKept: z.number(),
  /** Recipes whose lists named them. */
  recipes: z.number(),
  /** Keyed hashes that were added to the suppression list. */
  suppressed: z.number(),
  left: z.array(subjectLeft),
  /** What Custos cannot erase, and why. */
  remains: z.array(z.object({ what: z.string(), why: z.string() })),
  /** How much was looked through. */
  places: z.number(),
  registerEntry: z.number().nullable(),
});
export interface SubjectErased extends z.infer<typeof subjectErased> {}
const erased: z.ZodType<SubjectErased> = subjectErased;

export const subjectRectified = z.object({
  dataset: z.string(),
  column: z.string(),
  /** Records of theirs, and how many of them held something else. */
  rows: z.number(),
  cells: z.number(),
  /** Files that went out of the dataset: whoever has them is to be told. */
  handedOver: z.array(z.object({ fileName: z.string(), recipient: z.string().nullable() })),
  /** Other datasets in which they were found. */
  alsoIn: z.array(z.string()),
  registerEntry: z.number(),
});
export interface SubjectRectified extends z.infer<typeof subjectRectified> {}
const rectified: z.ZodType<SubjectRectified> = subjectRectified;

export const subjectSuppressed = z.object({
  /** Keyed hashes that the list did not have, and all it has now. */
  added: z.number(),
  hashes: z.number(),
  /** Null where all were on it. */
  registerEntry: z.number().nullable(),
});
export interface SubjectSuppressed extends z.infer<typeof subjectSuppressed> {}
const suppressed: z.ZodType<SubjectSuppressed> = subjectSuppressed;

export const subjectUnsuppressed = z.object({
  /** Keyed hashes that were taken off, and all that the list still has. */
  removed: z.number(),
  hashes: z.number(),
  registerEntry: z.number(),
});
export interface SubjectUnsuppressed extends z.infer<typeof subjectUnsuppressed> {}
const unsuppressed: z.ZodType<SubjectUnsuppressed> = subjectUnsuppressed;

const values = z.array(z.string().min(1).max(longestIdentifier)).min(1).max(mostIdentifiers);

/** One person across everything that the workspace knows. */
export const subjects = {
  find: method.input(z.object({ values })).output(jobEvents(found)),
  /** The copy that is theirs to have: JSON, HTML or PDF by the ending of the granted name. */
  export: method.input(z.object({ values, grantId: z.string() })).output(jobEvents(exported)),
  /**
   * Takes them out of everything that the workspace holds (GDPR Art. 17). `by`: columns, by name, in which a value points
   * at one person though their kind does not say so. `suppress` keeps a keyed hash of the values, by which later imports
   * and releases know them. `keep`: what a law keeps of their records (Art. 17(3)); `keepConsent`: their events in the
   * consent ledger are kept.
   */
  erase: method
    .input(
      z.object({
        values,
        reason: z.string().max(2000),
        by: z.array(z.string().max(1000)).max(100).default([]),
        dryRun: z.boolean().default(false),
        suppress: z.boolean().default(false),
        keep: z.array(keepOnErasure).max(1000).default([]),
        keepConsent: keepConsent.optional(),
      }),
    )
    .output(jobEvents(erased)),
  /** Puts right what a dataset says of them, in every record of theirs (GDPR Art. 16). `from`: where those differ. */
  rectify: method
    .input(
      z.object({
        values,
        datasetId: z.string(),
        column: z.string(),
        from: z.string().max(10_000).optional(),
        to: z.string().max(10_000).nullable(),
        reason: z.string().max(2000),
      }),
    )
    .output(jobEvents(rectified)),
  /** Keeps keyed hashes of the values, by which later imports and releases know that they objected. */
  suppress: method.input(z.object({ values, reason: z.string().max(2000) })).output(suppressed),
  /** Takes them off the list again, by the values that put them on it. */
  unsuppress: method.input(z.object({ values, reason: z.string().max(2000) })).output(unsuppressed),
  /** How many keyed hashes the list has. */
  suppressionList: method.input(z.object({})).output(z.object({ hashes: z.number() })),
};
