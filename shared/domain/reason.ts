import type { OfColumns, ReasonWords } from '#shared/text/guardrails/words.ts';
import type { GuardReason } from './guardrail.ts';

/** What each reason of a check says, by its code: a function of the reason's values and the answer's columns. */
export type ReasonTexts = Record<string, (said: never) => ReasonWords>;

type NoValues = Record<string, never>;
type ValuesOf<Text> = Text extends (said: infer Said) => ReasonWords
  ? unknown extends Said
    ? NoValues
    : Omit<Said, keyof OfColumns>
  : never;

/** The codes of a check with the values that each is told with, as its sentences take them. */
export type ReasonOf<Texts> = {
  [Code in keyof Texts & string]: { code: Code; values: ValuesOf<Texts[Code]> };
}[keyof Texts & string];

/** Why an answer is what it is: a code of the check, and the counts and names that its sentences need. */
export function because<const Code extends string>(code: Code): { code: Code; values: NoValues };
export function because<const Code extends string, Values extends GuardReason['values']>(
  code: Code,
  values: Values,
): { code: Code; values: Values };
export function because(code: string, values: GuardReason['values'] = {}): GuardReason {
  return { code, values };
}
