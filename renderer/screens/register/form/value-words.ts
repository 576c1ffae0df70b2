import type { Part } from '#shared/register/field.ts';
import { recordKinds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { durationWords } from '#shared/text/durations.ts';
import { count, listed } from '#shared/text/numbers.ts';
import { countryName, recordsText } from '#shared/text/window/records.ts';
import type { Asked } from './controls/control-props.ts';
import { optionWords, partWords } from './field-words.ts';
import type { RecordFormContext } from './record-form-context.ts';

const text = recordsText;
type Names = Pick<RecordFormContext, 'recordsOf' | 'namesOf'>;

/** What one value says, in words: a record by its reference and name, a country by its name, a value with parts in lines. */
export function valueWords(asked: Asked, value: unknown, names: Names): string {
  const { shape, to, ids, parts } = asked;
  if (value !== null && typeof value === 'object' && parts !== undefined)
    return partLines(asked, value as Record<string, unknown>, names)
      .map(({ label, words }) => `${label}: ${words}`)
      .join(', ');
  if (typeof value === 'number') return count(value);
  const said = String(value);
  if (ids !== undefined) return names.namesOf(ids).get(said) ?? text.form.notThere(said);
  switch (shape) {
    case 'reference': {
      const found = names.recordsOf(to as RecordKind).find(({ id }) => id === said);
      return found ? `${found.ref} ${found.title || text.list.unnamed}` : text.form.notThere(said);
    }
    case 'country':
      return countryName(said);
    case 'duration':
      return durationWords(said);
    case 'date':
      return text.day(said);
    case 'yes-no':
      return said === 'yes' ? text.form.yes : text.form.no;
    case 'choice':
      return optionWords(asked.words, said);
    default:
      return said;
  }
}

/** A value with parts, part by part, in the order in which they are asked for. */
export function partLines(
  asked: Asked,
  value: Record<string, unknown>,
  names: Names,
): { part: string; label: string; words: string }[] {
  return Object.entries(asked.parts ?? {}).flatMap(([id, part]: [string, Part]) => {
    const said = value[id];
    if (said === undefined) return [];
    const ids = asked.idsOfParts?.[id];
    const of: Asked = { ...part, words: partWords(asked.words, id), ...(ids === undefined ? {} : { ids }) };
    const words = Array.isArray(said)
      ? listed(said.map((one) => valueWords(of, one, names)))
      : valueWords(of, said, names);
    return [{ part: id, label: of.words.label, words }];
  });
}

/** Whether a name is that of a kind of record. */
export const isRecordKind = (to: string | undefined): to is RecordKind =>
  to !== undefined && Object.hasOwn(recordKinds, to);
