import { z } from 'zod';
import { fact } from './fact.ts';

/** Rows that are single acts of people: what a person did each time, not how often. */
export const eventRows = fact({
  id: 'event-rows',
  value: z.strictObject({
    /** Source columns of the output that tell the act: the event, the page, the visit. */
    columns: z.array(z.string()),
    /** Rows that would be written and name somebody, and the different people (or devices) that they name. */
    rows: z.int().min(0),
    people: z.int().min(0),
  }),
});
