import { z } from 'zod';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { importFieldIds } from '#shared/domain/import-field.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** How the register of processing may leave; a layout is a workbook, or a text file where the name ends in `.csv`. */
export const registerFormats = ['cnil', 'ico', 'dpc', 'json', 'jsonld', 'html', 'pdf'] as const;
export type RegisterFormat = (typeof registerFormats)[number];
export const registerLayouts = ['cnil', 'ico', 'dpc'] as const;

/** Made by the engine, which typed it. */
const kind = z.custom<RecordKind>((value) => typeof value === 'string');
/** A day (YYYY-MM-DD), which counts to its end, or a moment. */
const asOf = z.union([z.iso.date(), z.iso.datetime()]);
/** What is done with an activity that the register has already. */
export const onImportingAgain = ['skip', 'update', 'new'] as const;
export type OnImportingAgain = (typeof onImportingAgain)[number];

/** What a person says a heading of the file stands over. */
const givenColumn = z.object({ heading: z.string().trim().min(1).max(400), field: z.enum(importFieldIds) });

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
export interface ExportedRegister extends z.infer<typeof exportedRegister> {}
/** By its name: types that are spelt out at every mention are more than the compiler writes down. */
const exported: z.ZodType<ExportedRegister> = exportedRegister;

/** What became of a record of the file that the register has already, and by what it was known. */
const seenBefore = z.object({
  kind,
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  by: z.enum(['id', 'source', 'name']),
  /** `same`: the file says nothing else. `left`: it may say something else, and the record stays as it is. */
  did: z.enum(['left', 'same', 'updated', 'new']),
  /** Why it was left although it was to be updated: this program cannot read it. */
  unreadable: z.boolean(),
  /** Fields of a draft that somebody has written in since: they stay, and the file says otherwise. */
  kept: z.array(z.string()),
});

export const importedRegisterReport = z.object({
  fileName: z.string(),
  sha256: z.string(),
  format: z.string(),
  /** Whether this is what would be done: nothing was written. */
  preview: z.boolean(),
  /** New drafts, and records that were there already and are referred to. In a preview a draft has no id and no reference. */
  drafted: z.array(z.object({ kind, id: z.string(), ref: z.string(), title: z.string() })),
  known: z.array(z.object({ kind, ref: z.string(), title: z.string() })),
  /** Records that the file says anything of and that the register had before, those that it is about among them. */
  again: z.array(seenBefore),
  rows: z.array(
    z.object({
      sheet: z.string(),
      row: z.number(),
      activity: z.string(),
      /** What it became; null where it is about no activity. `ref` is empty until the draft is made. */
      became: z
        .object({
          ref: z.string(),
          did: z.enum(['drafted', 'left', 'same', 'updated']),
          /** Activities of the register with its number and another name, or its name and another number. */
          alike: z.array(z.object({ ref: z.string(), title: z.string(), by: z.enum(['number', 'name']) })),
        })
        .nullable(),
      mapped: z.number(),
      notMapped: z.array(unmapped),
    }),
  ),
  /** Values that fit no field: too long, or without a part that they need. */
  notValid: z.array(z.object({ title: z.string(), kind, field: z.string(), text: z.string() })),
  passedOver: z.array(z.object({ sheet: z.string(), rows: z.number() })),
  /** Every heading that texts stand under, and the field they go into; `why`: nothing of them is taken in. */
  columns: z.array(
    z.object({
      sheets: z.array(z.string()),
      heading: z.string(),
      field: z.enum(importFieldIds).nullable(),
      why: z.enum(['no-column', 'no-field', 'own']).nullable(),
      texts: z.number(),
    }),
  ),
});
export interface ImportedRegisterReport extends z.infer<typeof importedRegisterReport> {}
const imported: z.ZodType<ImportedRegisterReport> = importedRegisterReport;

export const registerFiles = {
  export: method
    .input(
      z.object({
        grantId: z.string(),
        format: z.enum(registerFormats),
        asOf: asOf.optional(),
        /** Of a layout as a text file, which holds the activities of one role. */
        role: z.enum(['controller', 'processor']).default('controller'),
        /** Only what was approved; a draft is no part of the file then. */
        approvedOnly: z.boolean().default(false),
        /** One activity by its id, with all that it refers to, in place of the whole register. */
        activity: z.string().min(1).max(100).optional(),
      }),
    )
    .output(jobEvents(exported)),
  /**
   * Nothing that is imported is approved: everything becomes a draft. With `preview` nothing is written. `sha256`: the
   * file that was looked at before; another one is refused.
   */
  /**
   * The register of the sample's invented company, where the workspace holds the sample and says nothing yet of who keeps
   * its register: to be brought in by `import`.
   */
  sample: method.input(z.object({})).output(z.object({ grantId: z.string(), fileName: z.string() }).nullable()),
  import: method
    .input(
      z.object({
        grantId: z.string(),
        layout: z.enum(registerLayouts).optional(),
        columns: z.array(givenColumn).max(500).default([]),
        again: z.enum(onImportingAgain).default('skip'),
        preview: z.boolean().default(false),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      }),
    )
    .output(jobEvents(imported)),
  /** Writes the report of the last import or preview of a file as a table (CSV), by the hash of the file. */
  saveReport: method
    .input(z.object({ grantId: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(z.object({ fileName: z.string(), lines: z.number() })),
};
