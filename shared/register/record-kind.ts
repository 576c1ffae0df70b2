import type { z } from 'zod';
import { bodySchema, type BodyOf, type Fields } from './field.ts';

/** A kind of record that the register of processing is made of. */
export interface RecordKindDefinition<Id extends string = string, Fs extends Fields = Fields> {
  readonly id: Id;
  /** Version of the bodies that this program writes; it reads that one and none that is newer. */
  readonly bodyVersion: number;
  /** `PA` for `PA-014`: what people call a record by; null where there is but one record of the kind. */
  readonly prefix: string | null;
  readonly fields: Fs;
  /** The field by whose value the record is called. */
  readonly title: keyof Fs & string;
  readonly schema: z.ZodType<BodyOf<Fs>>;
}

export const recordKind = <const Id extends string, const Fs extends Fields>(
  definition: Omit<RecordKindDefinition<Id, Fs>, 'schema'>,
): RecordKindDefinition<Id, Fs> => ({ ...definition, schema: bodySchema(definition.fields) });
