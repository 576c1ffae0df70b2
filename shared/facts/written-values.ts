import { z } from 'zod';
import { writtenIdentifiers, type WrittenValues } from '#shared/domain/written-value.ts';
import { fact } from './fact.ts';

/** What the values to be written are by themselves, whatever the classification says of their columns. */
export const writtenValues = fact({
  id: 'written-values',
  value: z.strictObject({
    identifiers: z.array(writtenIdentifiers),
    /** Columns of sentences in people's own words, and in how many rows at least. */
    sentences: z.array(z.strictObject({ column: z.string(), rows: z.int().min(0) })),
  }) satisfies z.ZodType<WrittenValues>,
});
