import type { FormField } from './operation.ts';

/** A form's choice among `values`, shown in that order with the words the operation's text has for them. */
export const choiceField = <Value extends string>(
  setting: string,
  values: readonly Value[],
  words: { label: string; help: string; options: Record<Value, string> },
): FormField => ({
  setting,
  label: words.label,
  control: 'choice',
  help: words.help,
  options: values.map((value) => ({ value, label: words.options[value] })),
});
