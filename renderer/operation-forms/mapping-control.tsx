import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { recipeText } from '#shared/text/window/recipe.ts';
import type { ControlProps } from './control-props.ts';
import { readMapping, writeMapping } from './mapping-text.ts';

const text = recipeText.settings;
/** A text field with more lines than this is no place to edit a hierarchy. */
const mostRows = 2000;

const rowsOf = (value: unknown): string[][] => (Array.isArray(value) ? value.filter(Array.isArray).map((row: unknown[]) => row.map(String)) : []);

/** A hierarchy as text, one row per value. What is typed stays as typed while it means the stored rows. */
export function MappingControl({ field, value, problem, disabled, onChange }: ControlProps) {
  const rows = rowsOf(value);
  const stored = writeMapping(rows);
  const [typed, setTyped] = useState(stored);
  const read = readMapping(typed);
  const shown = read.ok && writeMapping(read.rows) !== stored ? stored : typed;
  const change = (next: string): void => {
    setTyped(next);
    const mapping = readMapping(next);
    if (mapping.ok) onChange(mapping.rows);
  };
  if (rows.length > mostRows) return <p>{text.mappingLarge(rows.length)}</p>;
  return <Textarea label={`${field.label} (${text.rows(rows.length)})`} description={`${field.help} ${text.mappingHelp}`} autosize minRows={4} maxRows={14} spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12, whiteSpace: 'pre', overflowX: 'auto' } }} value={shown} disabled={disabled} error={read.ok ? problem : text.mappingWrong(read.line)} onChange={(event) => change(event.currentTarget.value)} />;
}
