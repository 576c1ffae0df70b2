import { z } from 'zod';
import { writtenForms } from './written-form.ts';

/** The value type the texts of a column follow without loss. */
export const valueType = z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'empty']);
export type ValueType = z.infer<typeof valueType>;

/**
 * Measures of one column over all rows. `nulls` counts NULL and empty text. `min`/`max` and `top` hold cell values:
 * they leave the engine only where values are not personal, or were asked for.
 */
export const columnProfile = z.object({
  name: z.string(),
  valueType,
  rows: z.number(),
  nulls: z.number(),
  distinct: z.number(),
  distinctIsApproximate: z.boolean(),
  minLength: z.number(),
  maxLength: z.number(),
  meanLength: z.number(),
  min: z.string().nullable(),
  max: z.string().nullable(),
  top: z.array(z.object({ value: z.string(), count: z.number() })),
  /**
   * How the dates of a column are written, where it is otherwise than ISO; several where no value tells the order of
   * day and month.
   */
  dateForms: z.array(z.enum(writtenForms)).default([]),
  histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })).nullable(),
});
export type ColumnProfile = z.infer<typeof columnProfile>;
