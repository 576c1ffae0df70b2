import { Button, Input, Textarea } from '@mantine/core';
import { useState } from 'react';
import { recipeText } from '#shared/text/window/recipe.ts';
import type { ControlProps } from './control-props.ts';
import { readMapping, writeMapping } from './mapping-text.ts';

const text = recipeText.settings;
/** A text field with more lines than this is no place to edit a hierarchy. */
const mostRows = 2000;

const rowsOf = (value: unknown): string[][] =>
  Array.isArray(value) ? value.filter(Array.isArray).map((row: unknown[]) => row.map(String)) : [];

/**
 * A hierarchy as text, one row per value. What is typed stays as typed while it means the stored rows. The values are
 * those of a column: where it is masked, they are shown when asked for, unless they were typed here.
 */
export function MappingControl({ field, value, problem, disabled, hidden, onReveal, onChange }: ControlProps) {
  const rows = rowsOf(value);
  const stored = writeMapping(rows);
  const [typed, setTyped] = useState(stored);
  const [own, setOwn] = useState(rows.length === 0);
  const read = readMapping(typed);
  const shown = read.ok && writeMapping(read.rows) !== stored ? stored : typed;
  const change = (next: string): void => {
    setTyped(next);
    const mapping = readMapping(next);
    setOwn(true);
    if (mapping.ok) onChange(mapping.rows);
  };
  if (rows.length > mostRows) return <p>{text.mappingLarge(rows.length)}</p>;
  if (hidden.length > 0 && !own)
    return (
      <Input.Wrapper
        label={`${field.label} (${text.rows(rows.length)})`}
        labelElement="div"
        description={text.mappingHidden(hidden)}
      >
        <Button mt={6} onClick={onReveal}>
          {text.mappingShow}
        </Button>
      </Input.Wrapper>
    );
  return (
    <Textarea
      label={`${field.label} (${text.rows(rows.length)})`}
      description={`${field.help} ${text.mappingHelp}`}
      autosize
      minRows={4}
      maxRows={14}
      spellCheck={false}
      styles={{
        input: {
          fontFamily: 'var(--mantine-font-family-monospace)',
          fontSize: 12,
          whiteSpace: 'pre',
          overflowX: 'auto',
        },
      }}
      value={shown}
      disabled={disabled}
      error={read.ok ? problem : text.mappingWrong(read.line)}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
