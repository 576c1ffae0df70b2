import { z } from 'zod';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { method } from './failure.ts';

/** How the register of processing may leave; a layout is a workbook, or a text file where the name ends in `.csv`. */
export const registerFormats = ['cnil', 'ico', 'dpc', 'json', 'jsonld', 'html', 'pdf'] as const;
export type RegisterFormat = (typeof registerFormats)[number];
export const registerLayouts = ['cnil', 'ico', 'dpc'] as const;

/** Made by the engine, which typed it. */
const kind = z.custom<RecordKind>((value) => typeof value === 'string');
/** A day (YYYY-MM-DD), which counts to its end, or a moment. */
const asOf = z.union([z.iso.date(), z.iso.datetime()]);
const unmapped = z.object({ column: z.string(), text: z.string(), why: z.string() });

export const exportedRegister = z.object({
  fileName: z.string(),
  sha256: z.string(),
  activities: z.number(),
  /** Records that are not approved; they are marked. */
  drafts: z.number(),
  /** Statements that the format has no place for, by field. */
  leftOut: z.array(z.object({ kind, path: z.string(), refs: z.array(z.string()) })),
  /** Activities that were retired, and those of the other role where a text file holds one. */
  retired: z.array(z.string()),
  otherRole: z.array(z.string()),
  /** Signs that the font of the PDF does not have. */
  missingSigns: z.array(z.string()),
});

export const importedRegisterReport = z.object({
  fileName: z.string(),
  sha256: z.string(),
  format: z.string(),
  /** Drafts that were made, and records that were there already and are referred to. */
  drafted: z.array(z.object({ kind, id: z.string(), ref: z.string(), title: z.string() })),
  known: z.array(z.object({ kind, ref: z.string(), title: z.string() })),
  rows: z.array(
    z.object({
      sheet: z.string(),
      row: z.number(),
      activity: z.string(),
      mapped: z.number(),
      notMapped: z.array(unmapped),
    }),
  ),
  /** Values that fit no field: too long, or without a part that they need. */
  notValid: z.array(z.object({ title: z.string(), kind, field: z.string(), text: z.string() })),
  passedOver: z.array(z.object({ sheet: z.string(), rows: z.number() })),
});

export const registerFiles = {
  export: method
    .input(
      z.object({
        grantId: z.string(),
        format: z.enum(registerFormats),
        asOf: asOf.optional(),
        /** Of a layout as a text file, which holds the activities of one role. */
        role: z.enum(['controller', 'processor']).default('controller'),
      }),
    )
    .output(exportedRegister),
  /** Nothing that is imported is approved: everything becomes a draft. */
  import: method
    .input(z.object({ grantId: z.string(), layout: z.enum(registerLayouts).optional() }))
    .output(importedRegisterReport),
};
