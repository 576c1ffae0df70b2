import type { Fields, Part } from '#shared/register/field.ts';

/** What a field is called in the form, and one sentence of help under it. */
export interface FieldWords {
  label: string;
  help: string;
}

type OptionWords<F> = F extends { options: readonly (infer Option extends string)[] }
  ? { options: Readonly<Record<Option, string>> }
  : unknown;

type PartWords<Ps> = {
  [Id in keyof Ps as string extends Id ? never : Id]: FieldWords &
    (Ps[Id] extends Part ? OptionWords<Ps[Id]> : unknown);
};

/** Words for every field of a kind, every part of its values and every option to choose from: none can be left out. */
export type WordsOf<Fs extends Fields> = {
  [Id in keyof Fs]: FieldWords &
    OptionWords<Fs[Id]> &
    (Fs[Id] extends { parts: infer Ps } ? { parts: PartWords<Ps> } : unknown);
};

/** What a kind of record is called, one of it and many, and what its records are for. */
export interface KindWords {
  one: string;
  many: string;
  about: string;
}
