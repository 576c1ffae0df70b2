import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { fieldWords as wordsOf, kindWords as wordsOfKind } from '#shared/text/register/index.ts';

/** What a field, or a part of one, is called and what helps to answer it. */
export interface FieldWords {
  label: string;
  help?: string;
  /** By id of the option. */
  options?: Readonly<Record<string, string>>;
  parts?: Readonly<Record<string, FieldWords>>;
}

/** A field that this program does not know is called by its id. */
export const fieldWords = (kind: RecordKind, field: string): FieldWords => wordsOf(kind, field) ?? { label: field };

export const partWords = (words: FieldWords, part: string): FieldWords => words.parts?.[part] ?? { label: part };

export const optionWords = (words: FieldWords, option: string): string => words.options?.[option] ?? option;

/** What a kind of record is called: one, and several. */
export const kindWords = (kind: RecordKind): { one: string; many: string; about: string } => wordsOfKind[kind];
