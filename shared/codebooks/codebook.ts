import { z } from 'zod';

/**
 * One described column: its name as in the data, what it is in words, and what its codes mean. `type`: a semantic type
 * that the describer is sure of.
 */
export const codebookVariable = z.strictObject({
  name: z.string().min(1).max(1000),
  label: z.string().max(4000).default(''),
  codes: z.record(z.string().max(200), z.string().max(1000)).default({}),
  type: z.string().max(100).optional(),
});
export type CodebookVariable = z.infer<typeof codebookVariable>;

/** A description of a table's columns: one that came with the data, or a well-known public schema. */
export const codebook = z.strictObject({
  title: z.string().min(1).max(300),
  source: z.string().max(1000),
  variables: z.array(codebookVariable).min(1).max(20_000),
});
export type Codebook = z.infer<typeof codebook>;

/**
 * Column names as codebooks are matched by: letters and digits only, lower case (`hours-per-week` is `Hours.per.week`).
 */
export const codebookName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
