import { z } from 'zod';
import { audienceMade } from '#shared/domain/audience.ts';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { intakeOptions } from '#shared/domain/intake.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';
import { releaseResult } from './releases.ts';

const criterion = z.object({ column: z.string().max(10_000), value: z.string().trim().min(1).max(500) });

/** How it is made, and of which segment. */
const audienceOf = audienceMade.extend({ where: z.array(criterion) });

/** `custos audience --json`: a release, and how it was made for its platform. */
export const audienceResult = releaseResult.extend({ audience: audienceOf });
export type AudienceResult = z.infer<typeof audienceResult>;

const audienceRehearsal = z.object({
  audience: audienceOf,
  rowsIn: z.number(),
  /** People in it: each stands in it once. */
  rowsOut: z.number(),
  /** Rows that would be left out, by why. */
  excluded: z.array(z.object({ why: z.string(), rows: z.number() })),
  findings: z.array(guardFinding),
  /** Why it would be refused; null where it would be written. */
  refused: z.object({ code: z.enum(['TARGET_MISSED', 'GUARDRAIL_BLOCKS']), sentence: z.string() }).nullable(),
});
export type AudienceRehearsal = z.infer<typeof audienceRehearsal>;

const segmentColumn = z.object({
  name: z.string(),
  /** Why no segment is chosen by it; null where one may be. */
  why: z.enum(['barred', 'names-people', 'undecided']).nullable(),
});
export type SegmentColumn = z.infer<typeof segmentColumn>;

/** Whom a platform gets to know, by what, and for which purpose. */
const wish = {
  platform: z.string().max(200),
  /** Of several about one column any has to hold, of several columns all. */
  where: z.array(criterion).max(100),
  purpose: z.string().default('P2'),
  callingCode: z
    .string()
    .regex(/^([1-9]\d{0,3})?$/)
    .default(''),
  /** The one kind of identifier to match by; absent: e-mail addresses and phone numbers, as far as the platform takes both. */
  match: z.enum(['email', 'phone', 'maid']).optional(),
  today: z.string().optional(),
};

export const audiences = {
  /** The columns of a dataset that a segment may be chosen by, and why not by the others. */
  columns: method.input(z.object({ datasetId: z.string() })).output(z.array(segmentColumn)),
  /** Where a customer list would stand, without writing it. */
  rehearse: method.input(z.object({ datasetId: z.string(), ...wish })).output(audienceRehearsal),
  /** A segment of a dataset as a platform takes customer lists. */
  write: method
    .input(z.object({ datasetId: z.string(), grantId: z.string(), ...wish }))
    .output(jobEvents(audienceResult)),
  /** A segment of a file as a platform takes customer lists; needs an open workspace. */
  release: method
    .input(
      z.object({
        grantId: z.string(),
        options: intakeOptions.partial().optional(),
        ...wish,
        outputGrantId: z.string(),
        force: z.boolean().default(false),
      }),
    )
    .output(jobEvents(audienceResult)),
};
