import { itemsOf, type AnyAnswer } from '#shared/register/any-body.ts';
import type { Difference } from '#shared/register/diff.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { askedOf } from '../form/asked.ts';
import type { Asked } from '../form/controls/control-props.ts';
import type { RecordFormContext } from '../form/record-form-context.ts';
import { partLines, valueWords } from '../form/value-words.ts';
import { plainWords } from '../form/value-view.tsx';

const text = recordsText;
type Names = Pick<RecordFormContext, 'recordsOf' | 'namesOf'>;

export interface DiffLine {
  sign: '−' | '+';
  words: string;
}

/** What an answer says, a line per value. */
function answerLines(asked: Asked, answer: AnyAnswer | null, names: Names): string[] {
  if (answer === null) return [text.form.answers['not-stated']];
  if (answer.state !== 'stated') return [plainWords(answer)];
  if ('value' in answer) return [valueWords(asked, answer.value, names)];
  return itemsOf(answer).map(({ value }) => valueWords(asked, value, names));
}

const lines = (sign: DiffLine['sign'], all: readonly string[]): DiffLine[] => all.map((words) => ({ sign, words }));

/** Only the parts that changed; a value without parts whole. */
function changedLines(asked: Asked, value: unknown, parts: readonly string[], names: Names): string {
  if (parts.length === 0 || value === null || typeof value !== 'object') return valueWords(asked, value, names);
  const said = partLines(asked, value as Record<string, unknown>, names).filter(({ part }) => parts.includes(part));
  return said.length === 0
    ? text.form.answers['not-stated']
    : said.map(({ label, words }) => `${label}: ${words}`).join(', ');
}

/** What differs in one field, what it said before above what it says now. */
export function diffLines(kind: RecordKind, difference: Difference, names: Names): DiffLine[] {
  const asked = askedOf(kind, difference.field);
  const { change, before, after, items } = difference;
  if (change === 'origin') return [{ sign: '+', words: text.diff.origin }];
  if (items === null)
    return [...lines('−', answerLines(asked, before, names)), ...lines('+', answerLines(asked, after, names))];
  return [
    ...items.removed.flatMap(({ value }) => lines('−', [valueWords(asked, value, names)])),
    ...items.changed.flatMap((item) => [
      ...lines('−', [changedLines(asked, item.before.value, item.parts, names)]),
      ...lines('+', [changedLines(asked, item.after.value, item.parts, names)]),
    ]),
    ...items.added.flatMap(({ value }) => lines('+', [valueWords(asked, value, names)])),
  ];
}
