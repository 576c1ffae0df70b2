import { z } from 'zod';

/** Kinds of identifier that values give away by themselves, whatever their column is called. */
export const identifierKind = z.enum([
  'email',
  'phone',
  'iban',
  'card',
  'national-id',
  'ip',
  'mac',
  'full-name',
  'address',
  'digest',
  'random-id',
]);
export type IdentifierKind = z.infer<typeof identifierKind>;

/**
 * Kinds that name a device or a record rather than a person: what the rules say of online identifiers holds for them.
 */
export const onlineKinds: ReadonlySet<IdentifierKind> = new Set(['ip', 'mac', 'digest', 'random-id']);

/**
 * Identifiers found in the written values of one column; `rows` are at least so many. `share` (0…1) is that of its
 * filled rows. Never a value.
 */
export const writtenIdentifiers = z.object({
  column: z.string(),
  kind: identifierKind,
  rows: z.number().int().min(0),
  share: z.number(),
});
export type WrittenIdentifiers = z.infer<typeof writtenIdentifiers>;

/** What the values of an output say, read without any word of the classification. */
export interface WrittenValues {
  identifiers: WrittenIdentifiers[];
  /** Columns whose values are sentences in people's own words. */
  sentences: { column: string; rows: number }[];
}

export const nothingWritten: WrittenValues = { identifiers: [], sentences: [] };
