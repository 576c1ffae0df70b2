import { z } from 'zod';
import type { FilledField } from '#shared/register/impact/filled.ts';
import type { ScreeningProposal } from '#shared/register/impact/screen.ts';
import { method } from './failure.ts';

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
/** Id or reference of a processing activity. */
const activity = z.object({ activity: z.string().min(1).max(100) });

/** Data protection impact assessments: what register and data propose. */
export const impact = {
  screen: method.input(activity).output(made<ScreeningProposal>()),
  /** The EDPB's template, consultation version, filled field by field. `text`: the whole as it is read. */
  template: method.input(activity).output(
    z.object({
      activity: z.object({ id: z.string(), ref: z.string(), name: z.string() }),
      template: z.object({
        version: z.string(),
        status: z.string(),
        adoptedOn: z.string(),
        publishedOn: z.string(),
        consultationUntil: z.string(),
        source: z.string(),
        checkedOn: z.string(),
      }),
      fields: z.array(made<FilledField>()),
      filled: z.number(),
      text: z.string(),
    }),
  ),
};
