import type { AnyAnswer } from '#shared/register/any-body.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { fieldWords } from './index.ts';

/** `reason`, and whom to ask, as they were given. */
const stateWords = {
  none: (reason: string) => (reason === '' ? 'none' : `none: ${reason}`),
  'not-applicable': (reason: string) => `does not apply: ${reason}`,
  unknown: (reason: string, ask: string) =>
    `unknown${ask === '' ? '' : `, ask ${ask}`}${reason === '' ? '' : `: ${reason}`}`,
};

const generated = (text: string, from: string): string => (from === 'log' ? `◇ ${text}` : text);

type Options = Readonly<Record<string, string>> | undefined;

const plainWords = (value: unknown, options: Options, named: (id: string) => string): string =>
  Array.isArray(value)
    ? value.map((one) => plainWords(one, options, named)).join(', ')
    : (options?.[String(value)] ?? named(String(value)));

function valueWords(kind: RecordKind, field: string, value: unknown, named: (id: string) => string): string {
  const words = fieldWords(kind, field);
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return plainWords(value, words?.options, named);
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([part, said]) => {
      const known = words?.parts?.[part];
      return `${known?.label ?? part}: ${plainWords(said, known?.options, named)}`;
    })
    .join('; ');
}

/**
 * What an answer says, one line per value; generated statements are marked with ◇.
 * @param named what a record is called by, for an id that is one; any other text as it is
 */
export function answerWords(
  kind: RecordKind,
  field: string,
  answer: AnyAnswer,
  named: (id: string) => string,
): string[] {
  if (answer.state === 'stated')
    return 'items' in answer
      ? answer.items.map(({ value, origin }) => generated(valueWords(kind, field, value, named), origin.from))
      : [generated(valueWords(kind, field, answer.value, named), answer.origin.from)];
  const ask = answer.state === 'unknown' ? answer.ask : '';
  return [generated(stateWords[answer.state](answer.reason ?? '', ask), answer.origin.from)];
}
