import { z } from 'zod';
import { offeredWay, wayComparison } from '#shared/domain/compared-way.ts';
import { intakeOptions } from '#shared/domain/intake.ts';
import { noiseWish } from '#shared/domain/noise-wish.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

const asked = {
  purpose: z.string(),
  k: z.number().int().min(1).max(1_000_000).default(5),
  suppression: z.number().min(0).max(1).default(0.05),
  referenceDate: z.string().optional(),
  /** Of the narrow way: so many tables over the same rows at most. */
  tables: z.number().int().min(1).max(20).default(1),
  /** All of them where it is absent. */
  ways: z.array(offeredWay).min(1).optional(),
  /** Of counts, whose sums and means take noise, and of a synthetic twin. */
  noise: noiseWish.optional(),
};

/** Ways of making a release of a file, each with what it costs and what an outsider finds. */
export const ways = {
  ofFile: method
    .input(z.object({ grantId: z.string(), options: intakeOptions.partial().optional(), ...asked }))
    .output(jobEvents(wayComparison)),
  ofDataset: method.input(z.object({ datasetId: z.string(), ...asked })).output(jobEvents(wayComparison)),
};
