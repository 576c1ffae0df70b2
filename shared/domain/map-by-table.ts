import { z } from 'zod';

/** k-map by a table of everybody the rows were drawn from: `table` is its SHA-256, or `population` for whichever is given. */
export const mapByTable = z.strictObject({
  k: z.number().int().min(1).max(1_000_000),
  table: z.string().regex(/^(population|[0-9a-f]{64})$/),
});
export type MapByTable = z.infer<typeof mapByTable>;

/** What settings of k-map ask of a table of the population; null where they ask for an estimate. */
export const tableOfMap = (given: object): MapByTable | null => mapByTable.safeParse(given).data ?? null;
