import { z } from 'zod';
import { isoDuration } from '#shared/domain/iso-duration.ts';
import {
  mostHeldValues,
  ownRuleId,
  ownRuleSaid,
  retentionAction,
  retentionRuleId,
  retentionStart,
  undatedDecision,
} from '#shared/domain/retention.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import { releaseLabel } from '#shared/domain/release-figures.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';
import { longestIdentifier } from './subjects.ts';

const day = z.iso.date();
const reason = z.string().max(2000);

/** A rule of retention as it holds on a day. */
export const retentionRuleView = z.object({
  id: retentionRuleId,
  title: z.string(),
  about: z.enum(['cells', 'rows']),
  /** ISO 8601; null: nobody has decided. */
  duration: isoDuration.nullable(),
  grace: isoDuration.nullable(),
  action: retentionAction,
  actions: z.array(retentionAction),
  /** What the period follows from: as the workspace says, else as proposed. */
  legalReason: z.string(),
  /** The policy row that says how long; null where it is decided here. */
  policyRow: z.string().nullable(),
  /** Of the policy row: when its source was last looked up. */
  checkedOn: z.string().nullable(),
  offers: z.array(z.object({ duration: isoDuration, source: z.string(), checkedOn: z.string().nullable() })),
  decided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  /** Which kinds of data it is about and from when it counts; null: it is shipped, and goes by its kind. */
  own: z.object({ types: z.array(z.string()), start: retentionStart, columns: z.array(z.string()) }).nullable(),
});
export type RetentionRuleView = z.infer<typeof retentionRuleView>;

export const retentionHoldView = z.object({
  id: z.string(),
  dataset: z.object({ id: z.string(), name: z.string() }).nullable(),
  rule: z.object({ id: retentionRuleId, title: z.string() }).nullable(),
  citation: z.string(),
  until: day,
  /** How many values name the people it is about, which lie sealed; null: everything. */
  identifiers: z.number().nullable(),
  /** False: its last day is over, and it keeps nothing any more. */
  holds: z.boolean(),
  by: z.string(),
  reason: z.string(),
});
export type RetentionHoldView = z.infer<typeof retentionHoldView>;

/** A rule on one dataset: cells of one column, or rows. */
const bound = z.object({ datasetId: z.string().max(100), rule: retentionRuleId, column: z.string().max(20_000) });
export type RetentionBound = z.infer<typeof bound>;

/**
 * How a rule stands on a dataset. `over`: something is past its period; `held`: it is, and a hold keeps it; `undated`:
 * what has no readable date waits for a decision; `undecided`: nobody decided the length; `fine`: nothing is over.
 */
const retentionStates = ['over', 'held', 'undecided', 'undated', 'fine'] as const;

export const retentionLine = bound.extend({
  dataset: z.string(),
  title: z.string(),
  duration: isoDuration.nullable(),
  grace: isoDuration.nullable(),
  action: retentionAction,
  state: z.enum(retentionStates),
  /** Rows, or cells that hold something. */
  total: z.number(),
  /** Past the period; with those without a date where somebody decided that they are over. 0 where it is undecided. */
  over: z.number(),
  /** How many end in each of the months asked for. */
  months: z.array(z.number()),
  later: z.number(),
  /** Without a readable date, and nobody decided what becomes of them. */
  undated: z.number(),
  /** Without a date, and somebody decided that they stay for now. */
  undatedKept: z.number(),
  /** Numbers of the first of them in the file, from 1. */
  undatedRows: z.array(z.number()),
  /** Of `over`, kept by holds. */
  held: z.number(),
  holds: z.array(z.object({ citation: z.string(), until: day })),
  starts: z.array(z.string()),
  /** What was chosen for whoever reads it, in sentences. */
  told: z.array(z.string()),
});
export type RetentionLine = z.infer<typeof retentionLine>;

export const retentionTimeline = z.object({
  today: day,
  /** YYYY-MM: the one under way, and those after it. */
  months: z.array(z.string()),
  lines: z.array(retentionLine),
  rules: z.array(retentionRuleView),
  holds: z.array(retentionHoldView),
  /** Datasets that could not be looked at. */
  notRead: z.array(z.object({ dataset: z.string(), why: z.string() })),
  /** Datasets to which no rule is bound. */
  unbound: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Columns that no recipe, release, purpose or check used; null: nobody decided after how long unused data go. */
  unused: z.object({
    period: isoDuration.nullable(),
    datasets: z.array(
      z.object({
        datasetId: z.string(),
        dataset: z.string(),
        columns: z.array(z.string()),
        /** The day on which the dataset came in. */
        since: day,
        /** It came in before the period began: nothing used them in all of it. */
        over: z.boolean(),
      }),
    ),
  }),
});
export interface RetentionTimeline extends z.infer<typeof retentionTimeline> {}
const timeline: z.ZodType<RetentionTimeline> = retentionTimeline;

const anonymisedRows = z.object({
  label: releaseLabel,
  output: z.string(),
  certificate: z.string(),
  registerEntry: z.number().nullable(),
  /** `pseudonymised-only`: the file is not anonymised; the rows stay, and so does the duty. */
  status: z.enum(['anonymised', 'pseudonymised-only']),
});

export const retentionRan = z.object({
  today: day,
  dryRun: z.boolean(),
  lines: z.array(
    retentionLine.omit({ months: true, later: true, told: true }).extend({
      /** Rows deleted or cells emptied by this rule. */
      acted: z.number(),
    }),
  ),
  datasets: z.array(
    z.object({
      datasetId: z.string(),
      dataset: z.string(),
      rowsBefore: z.number(),
      rowsAfter: z.number(),
      cellsEmptied: z.number(),
      /** SHA-256 of the sealed rows as they lay and lie in the workspace; null where nothing was changed. */
      sha256Before: z.string().nullable(),
      sha256After: z.string().nullable(),
      /** Number of the entry that proves it; null where nothing can be written. */
      registerEntry: z.number().nullable(),
    }),
  ),
  /** What became of the rows where they were released before; null where nobody asked for it. */
  anonymised: anonymisedRows.nullable(),
  /** Rules on datasets whose duty stays open. */
  open: z.number(),
  /** Where copies may lie that a run does not reach. */
  remains: z.array(z.object({ what: z.string(), why: z.string() })),
  notRead: z.array(z.object({ dataset: z.string(), why: z.string() })),
});
export interface RetentionRan extends z.infer<typeof retentionRan> {}
const ran: z.ZodType<RetentionRan> = retentionRan;

/** How long data are kept, and what is done when a period is over. */
export const retention = {
  /** What expires when, of every dataset; nothing is entered. */
  timeline: method.input(z.object({ today: day.optional() })).output(jobEvents(timeline)),
  /**
   * Deletes rows and empties cells that are past their period, and enters proof. `dryRun`: only counts, and enters that.
   * `expect`: how many are over by what the caller was shown; where there are others by now nothing is done.
   */
  run: method
    .input(
      z.object({
        dryRun: z.boolean(),
        today: day.optional(),
        only: z.array(bound).max(1000).optional(),
        expect: z.number().optional(),
        /**
         * Releases the rows of the rules that ask for it by a recipe (default: the dataset’s own), to a granted file, and
         * takes them out where that is anonymised. Nothing else is done then.
         */
        anonymise: z.object({ grantId: z.string(), recipe: recipe.optional() }).optional(),
      }),
    )
    .output(jobEvents(ran)),
  rules: method.input(z.object({ today: day.optional() })).output(z.array(retentionRuleView)),
  decide: method
    .input(
      z.object({
        rule: retentionRuleId,
        duration: isoDuration.nullable().optional(),
        grace: isoDuration.nullable().optional(),
        action: retentionAction.optional(),
        legalReason: z.string().max(500).optional(),
        reason,
      }),
    )
    .output(retentionRuleView),
  /** Makes a rule of one's own, or says all of one anew (`rule`). */
  define: method
    .input(
      z.object({
        ...ownRuleSaid,
        title: z.string().max(100),
        legalReason: z.string().max(500),
        rule: ownRuleId.optional(),
        reason,
      }),
    )
    .output(retentionRuleView),
  /** Takes a rule of one's own away. */
  withdraw: method.input(z.object({ rule: ownRuleId, reason })).output(z.object({ registerEntry: z.number() })),
  /** Says otherwise than proposed how a rule is bound to a dataset. */
  bindTo: method
    .input(
      bound.extend({
        applies: z.boolean().optional(),
        starts: z.array(z.string().max(20_000)).max(50).nullable().optional(),
        undated: undatedDecision.nullable().optional(),
        reason,
      }),
    )
    .output(z.object({ registerEntry: z.number() })),
  hold: method
    .input(
      z.object({
        datasetId: z.string().max(100).nullable(),
        rule: retentionRuleId.nullable(),
        citation: z.string().max(500),
        until: z.string().max(40),
        /** Values that name single people: only their rows are held. They are kept sealed, and nowhere else. */
        people: z.array(z.string().max(longestIdentifier)).min(1).max(mostHeldValues).optional(),
        reason,
      }),
    )
    .output(retentionHoldView),
  lift: method.input(z.object({ holdId: z.string().max(100), reason })).output(z.object({ registerEntry: z.number() })),
};
