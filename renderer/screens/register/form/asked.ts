import type { Field } from '#shared/register/field.ts';
import { recordKinds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import type { Asked } from './controls/control-props.ts';
import { fieldWords } from './field-words.ts';
import { knownIds } from './record-form-context.ts';

/** A field as its control asks for it. */
export function askedOf(kind: RecordKind, id: string): Asked & { field: Field } {
  const field: Field = (recordKinds[kind].fields as Record<string, Field>)[id]!;
  const ids = knownIds[`${kind}.${id}`];
  const idsOfParts = Object.fromEntries(
    Object.keys(field.parts ?? {}).flatMap((part) => {
      const source = knownIds[`${kind}.${id}.${part}`];
      return source === undefined ? [] : [[part, source]];
    }),
  );
  return { ...field, field, words: fieldWords(kind, id), idsOfParts, ...(ids === undefined ? {} : { ids }) };
}
