import { z } from 'zod';
import { purpose as purposeSchema, type Purpose } from '#shared/domain/purpose.ts';
import { recipeText } from '#shared/text/window/recipe.ts';

const { needed } = recipeText.form;
const basis = purposeSchema.shape.lawfulBases.element.shape.basis;
export const lawfulBases = basis.options;

const words = (most: number, sentence: string) => z.string().trim().min(1, sentence).max(most, needed.tooLong(most));

/** What is typed into the form; the sentences beside the fields come from here. */
export const purposeValues = z.object({
  code: words(20, needed.code),
  title: words(200, needed.title),
  description: z.string().max(4000, needed.tooLong(4000)),
  dataNeeded: z.array(
    z.object({
      types: z.array(z.string()).min(1, needed.types),
      detail: words(2000, needed.detail),
      why: words(2000, needed.why),
    }),
  ),
  bases: z
    .array(z.object({ basis, why: words(2000, needed.why) }))
    .min(1, needed.basis)
    .refine((all) => new Set(all.map((one) => one.basis)).size === all.length, needed.basisTwice),
  customerBenefit: z.string().max(4000, needed.tooLong(4000)),
  retentionDays: z.union(
    [z.literal(''), z.number(needed.retention).int(needed.retention).min(1, needed.retention)],
    needed.retention,
  ),
  retentionWhy: z.string().max(2000, needed.tooLong(2000)),
  targeting: z.boolean(),
});
export type PurposeValues = z.infer<typeof purposeValues>;

/** The values the form starts from: those of the purpose to be edited, else empty ones. */
export const startValues = (from: Purpose | null): PurposeValues => ({
  code: from?.code ?? '',
  title: from?.title ?? '',
  description: from?.description ?? '',
  dataNeeded: from?.dataNeeded ?? [],
  bases: from?.lawfulBases ?? [{ basis: 'legitimate-interests', why: '' }],
  customerBenefit: from?.customerBenefit ?? '',
  retentionDays: from?.retentionDays ?? '',
  retentionWhy: from?.retentionWhy ?? '',
  targeting: from?.targeting ?? false,
});

/** An id from the title that no other purpose has. */
export function freeId(title: string, taken: readonly string[]): string {
  const bare =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 56) || 'purpose';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? bare : `${bare}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** The purpose to be saved; an edited preset becomes the workspace's own version of it. */
export const toPurpose = ({ bases, retentionDays, ...values }: PurposeValues, id: string): Purpose =>
  purposeSchema.parse({
    ...values,
    id,
    lawfulBases: bases,
    retentionDays: retentionDays === '' ? null : retentionDays,
    preset: false,
  });
