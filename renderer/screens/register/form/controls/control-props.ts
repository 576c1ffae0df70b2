import type { Field } from '#shared/register/field.ts';
import type { FieldWords } from '../field-words.ts';
import type { KnownIds } from '../record-form-context.ts';

/** What a control has to know of a field, or of a part of one. */
export interface Asked extends Pick<Field, 'shape' | 'schema' | 'many' | 'options' | 'to' | 'parts'> {
  words: FieldWords;
  /** The values, or those of a part, are ids of these. */
  ids?: KnownIds;
  idsOfParts?: Readonly<Record<string, KnownIds>>;
}

/** How a control is named and explained to those who do not see it. */
export interface ControlNames {
  'aria-labelledby'?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** One value; undefined where nothing is stated. */
export interface ControlProps {
  asked: Asked;
  value: unknown;
  names: ControlNames;
  /** Puts the value that the control holds now, or undefined where it was emptied. */
  onChange(value: unknown): void;
  /** Says why what is written there cannot be kept; null once it can. */
  onProblem(problem: string | null): void;
}

/** Several values, each a text: ids, options, lines. */
export interface ManyControlProps extends Omit<ControlProps, 'value' | 'onChange'> {
  values: readonly string[];
  onChange(values: string[]): void;
}
