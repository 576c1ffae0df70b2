import { z } from 'zod';
import { writtenForms } from './written-form.ts';

/** The value type the texts of a column follow without loss. */
export const valueType = z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'empty']);
export type ValueType = z.infer<typeof valueType>;

export const numberMark = z.enum(['.', ',']);
export type NumberMark = z.infer<typeof numberMark>;

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
  /** The decimal mark of a column of numbers that are written as people write them (1.234,50; 1'234.50); else null. */
  numberMark: numberMark.nullable().default(null),
  /** Filled rows of a column of dates that are none. */
  strays: z.number().default(0),
  /** Rows with a number that a spreadsheet shortened (6.49E+17), whose last digits are lost if it is an id. */
  shortened: z.number().default(0),
  histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })).nullable(),
});
export type ColumnProfile = z.infer<typeof columnProfile>;
