import { z } from 'zod';
import { intakeOptions } from '#shared/domain/intake.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';
import { releaseResult } from './releases.ts';

const criterion = z.object({ column: z.string().max(10_000), value: z.string().trim().min(1).max(500) });
const readFrom = { checkedOn: z.string(), source: z.string(), confirmed: z.boolean() };

/** `custos audience --json`: a release, and how it was made for its platform. */
export const audienceResult = releaseResult.extend({
  audience: z.object({
    platform: z.string(),
    label: z.string(),
    where: z.array(criterion),
    /** Columns that the platform matches by. */
    identifiers: z.array(z.object({ column: z.string(), field: z.enum(['email', 'phone']) })),
    profile: z.object({ version: z.number(), ...readFrom }),
    layout: z.object({ headers: z.array(z.string()), headed: z.boolean(), ...readFrom }),
    /** The platform's smallest audience; null where no row says. */
    smallest: z.object({ people: z.number(), source: z.string() }).nullable(),
  }),
});
export type AudienceResult = z.infer<typeof audienceResult>;

export const audiences = {
  /** A segment of a file as a platform takes customer lists; needs an open workspace. */
  release: method
    .input(
      z.object({
        grantId: z.string(),
        options: intakeOptions.partial().optional(),
        platform: z.string().max(200),
        where: z.array(criterion).max(20),
        purpose: z.string().default('P2'),
        callingCode: z
          .string()
          .regex(/^([1-9]\d{0,3})?$/)
          .default(''),
        outputGrantId: z.string(),
        today: z.string().optional(),
        force: z.boolean().default(false),
      }),
    )
    .output(jobEvents(audienceResult)),
};
