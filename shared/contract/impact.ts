import { z } from 'zod';
import type { ImpactContents } from '#shared/register/impact/impact-document.ts';
import type { ScreeningProposal } from '#shared/register/impact/screen.ts';
import { method } from './failure.ts';

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
/** Id or reference of a processing activity. */
const activity = z.object({ activity: z.string().min(1).max(100) });

/** The ways in which an assessment is saved. */
export const impactFormats = ['pdf', 'html', 'json'] as const;
export type ImpactFormat = (typeof impactFormats)[number];

/** All that is known of one assessment; `text`: the whole as it is read. */
export type ImpactAssessed = ImpactContents & { filled: number; text: string };

/** Data protection impact assessments: what register and data propose, and what people made of it. */
export const impact = {
  screen: method.input(activity).output(made<ScreeningProposal>()),
  /** The EDPB's template, consultation version, filled field by field, with the screening and the risks. */
  template: method.input(activity).output(made<ImpactAssessed>()),
  /**
   * Begins the screening or the assessment of an activity as a draft with all that register and data propose, each
   * statement marked as generated; one that is there already is not begun again.
   */
  begin: method
    .input(activity.extend({ record: z.enum(['screening', 'assessment']) }))
    .output(z.object({ id: z.string(), ref: z.string() })),
  /** Writes the assessment in the template's sections as a file to a granted place. */
  export: method.input(activity.extend({ grantId: z.string(), format: z.enum(impactFormats) })).output(
    z.object({
      fileName: z.string(),
      sha256: z.string(),
      filled: z.number(),
      fields: z.number(),
      /** Signs that the font of the PDF does not have; they stand as their code points. */
      missingSigns: z.array(z.string()),
    }),
  ),
};
