import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { recipeText } from '#shared/text/window/recipe.ts';
import type { ControlProps } from './control-props.ts';
import { readEdges } from './edges-text.ts';

const text = recipeText.settings;
const write = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');

/** A list of numbers as one line of text: what is typed stays as typed while it means the stored list. */
export function EdgesControl({ field, value, problem, disabled, onChange }: ControlProps) {
  const [typed, setTyped] = useState(() => write(value));
  const read = readEdges(typed);
  // Undo, redo or another step's settings: the text follows what is stored.
  const shown = read.ok && write(read.edges) !== write(value) ? write(value) : typed;
  const change = (next: string): void => {
    setTyped(next);
    const numbers = readEdges(next);
    if (numbers.ok) onChange(numbers.edges);
  };
  return (
    <TextInput
      label={field.label}
      description={`${field.help} ${text.edgesHelp}`}
      value={shown}
      disabled={disabled}
      error={read.ok ? problem : text.edgesWrong(read.word)}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
