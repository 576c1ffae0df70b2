import { z } from 'zod';
import { editionColumns, keptFinding } from '#shared/domain/edition.ts';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { count, id } from './payload-fields.ts';

const answers = z.strictObject({ before: z.array(keptFinding).max(100), after: z.array(keptFinding).max(100) });

/** A file held against the edition before it: what the guardrails said of both. Counts, names and codes. */
export const editionEntries = {
  'edition.checked': z.strictObject({
    datasetId: id,
    earlierId: id,
    release: releaseKind,
    purpose: z.string().max(200),
    /** The dataset whose recipe both were judged by; null: as they are. */
    recipeOf: id.nullable(),
    /** Why not by that recipe, where there is one that does not fit. */
    recipeFits: z.boolean(),
    day: z.iso.date(),
    earlierDay: z.iso.date(),
    /** The entry that the answers before are from; null: the guardrails ran on the earlier rows, too. */
    beforeEntry: count.nullable(),
    rowsBefore: count,
    rowsAfter: count,
    findings: answers,
    /** Answers about consent, barred data, age and time to keep as for targeting, whatever the kind of release. */
    people: answers,
    columns: editionColumns,
    /** The values that the guardrails went by. */
    policy: z.array(z.strictObject({ topic: id, subject: id, value: z.int() })).max(1000),
  }),
} as const;
