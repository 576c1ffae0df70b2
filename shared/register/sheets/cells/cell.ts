import type { ListAnswer, SingleAnswer } from '#shared/register/answer.ts';
import { codeOf, wordOf, type CodeOf, type LayoutLanguage, type WordList } from '#shared/register/layouts/words.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { nothing, readValues, writeValues } from '../cell-text.ts';
import type { ReadAnswer, ReadNode } from '../read-node.ts';
import type { RegisterIndex } from '../register-index.ts';

/** Why a text of a file has no place in the register; the sentences stand in `shared/text/register-files.ts`. */
export type NotMapped =
  | 'unknown-word'
  | 'no-field'
  | 'no-country'
  | 'no-column'
  | 'other-count'
  | 'not-named-here'
  | 'contradicts'
  | 'says-both'
  | 'not-valid'
  | 'title-row'
  | 'no-activity';

/** One activity on its way into a row. */
export interface Writing {
  activity: RecordVersion<'activity'>;
  register: RegisterIndex;
  language: LayoutLanguage;
  /** These statements stand in a cell: `field`, or `field.part`. */
  said: (record: RecordVersion, ...paths: string[]) => void;
}

/** One row on its way into the register. */
export interface Reading {
  language: LayoutLanguage;
  activity: ReadNode;
  organisation: ReadNode;
  notMapped: (text: string, why: NotMapped) => void;
}

/** What stands in a column, both ways. */
export interface Cell {
  /** Whether the law asks for it: then an empty cell says that nothing is stated. */
  law?: true;
  /** Read after the others, since it goes on with what they made. */
  second?: true;
  write: (writing: Writing) => string;
  /** Null: nobody can state it, and what stands in it is passed over. */
  read: ((text: string, reading: Reading) => void) | null;
}

type Answer = SingleAnswer<unknown> | ListAnswer<unknown>;
const gap = ' — ';

/** An answer without a value, in words; null for one with values. */
export function writeState(answer: Answer, language: LayoutLanguage): string | null {
  if (answer.state === 'stated') return null;
  const word = wordOf(language, 'answers', answer.state);
  if (answer.state === 'unknown')
    return [word, answer.ask, ...(answer.reason === undefined ? [] : [answer.reason])].join(gap);
  return answer.reason === undefined ? word : `${word}${gap}${answer.reason}`;
}

/** Signs that people put into a cell that they leave open. */
export const isDash = (text: string): boolean => /^[\s\-–—−/]+$/.test(text);
const isOpen = (text: string): boolean => isDash(text) || /^[\s._?…]+$/.test(text);

/** An answer without a value that a text gives; `not-stated` where it says just that; null where it gives values. */
export function readState(text: string, language: LayoutLanguage): ReadAnswer | 'not-stated' | null {
  if (isOpen(text)) return 'not-stated';
  const [word = '', ...rest] = text.split(gap);
  const state = codeOf(language, 'answers', word);
  if (state === null) return null;
  if (state === 'not-stated') return 'not-stated';
  if (state === 'not-applicable') return { state, reason: rest.length === 0 ? text : rest.join(gap) };
  if (state === 'none') return rest.length === 0 ? { state } : { state, reason: rest.join(gap) };
  const [ask = '', ...why] = rest;
  return { state, ask, ...(why.length === 0 ? {} : { reason: why.join(gap) }) };
}

/** Takes an answer without a value out of a cell. @returns whether it was one */
export function tookState(text: string, node: ReadNode, field: string, language: LayoutLanguage): boolean {
  const state = readState(text, language);
  if (state === null) return false;
  if (state !== 'not-stated' && !node.fields.has(field)) node.fields.set(field, state);
  return true;
}

/**
 * A field of a record as a cell: its answer without a value, or its values, each as a text.
 * @param paths what is said with it, beside the field itself where it has no parts
 */
export function writeField(
  { language, said }: Pick<Writing, 'language' | 'said'>,
  record: RecordVersion,
  field: string,
  texts: () => readonly string[],
): string {
  const answer = (record.body as Record<string, Answer | undefined>)[field];
  if (answer === undefined) return '';
  const state = writeState(answer, language);
  if (state !== null) {
    said(record, field);
    return state;
  }
  return writeValues(texts(), (value) => readState(value, language) === null);
}

/** Lines that belong to the lines of another cell, one each. */
export function writeAligned(lines: readonly (string | undefined)[]): string {
  if (lines.every((line) => line === undefined || line === '')) return '';
  return writeValues(lines.map((line) => (line === undefined || line === '' ? nothing : line)));
}

/**
 * The lines of a cell that belong to so many things; one line belongs to all of them.
 * @returns null where there are neither as many nor one
 */
export function readAligned(text: string, things: number): (string | null)[] | null {
  const lines = readValues(text).map((line) => (line === nothing ? null : line));
  if (lines.length === things) return lines;
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? Array.from({ length: things }, () => only) : null;
}

/** Pieces of a value that names several things at once: `Staff, customers and visitors`. */
export const pieces = (value: string): string[] =>
  value
    .split(/\s*[,/]\s*|\s+(?:and|et|ou|or)\s+/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** The codes that a value names: itself, or all of its pieces; null where it or one of them is no word of the list. */
export function codesOf<L extends WordList>(language: LayoutLanguage, list: L, value: string): CodeOf<L>[] | null {
  const whole = codeOf(language, list, value);
  if (whole !== null) return [whole];
  const parts = pieces(value).map((piece) => codeOf(language, list, piece));
  const found = parts.filter((code) => code !== null);
  return parts.length > 1 && found.length === parts.length ? found : null;
}
