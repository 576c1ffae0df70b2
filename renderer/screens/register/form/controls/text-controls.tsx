import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { durationWords, readDuration } from '#shared/text/durations.ts';
import { recordsText } from '#shared/text/window/records.ts';
import type { ControlProps } from './control-props.ts';

const text = recordsText.form;

/** What is written in a field, which may differ from what is kept by blanks at its end while somebody writes. */
function useTyped(kept: string, same: (typed: string) => boolean) {
  const [typed, setTyped] = useState(kept);
  const isSame = same(typed);
  useEffect(() => {
    if (!isSame) setTyped(kept);
    // Only what is kept decides: what is typed and not kept yet stays.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [kept]);
  return [typed, setTyped] as const;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A line of text. */
export function LineControl({ value, names, onChange }: ControlProps) {
  const kept = asText(value);
  const [typed, setTyped] = useTyped(kept, (now) => now.trim() === kept);
  return (
    <TextInput
      {...names}
      maxLength={500}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(currentTarget.value.trim() || undefined);
      }}
    />
  );
}

/** Text of several lines. */
export function ParagraphControl({ value, names, onChange }: ControlProps) {
  const kept = asText(value);
  const [typed, setTyped] = useTyped(kept, (now) => now.trim() === kept);
  return (
    <Textarea
      {...names}
      autosize
      minRows={2}
      maxRows={14}
      maxLength={20_000}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(currentTarget.value.trim() || undefined);
      }}
    />
  );
}

/** A day, as the system writes it. */
export function DateControl({ value, names, onChange }: ControlProps) {
  return (
    <TextInput
      {...names}
      type="date"
      w={180}
      value={asText(value)}
      max="9999-12-31"
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}

/** A whole number, from 0. */
export function NumberControl({ value, names, onChange }: ControlProps) {
  return (
    <NumberInput
      {...names}
      w={180}
      min={0}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      value={typeof value === 'number' ? value : ''}
      onChange={(now) => onChange(typeof now === 'number' ? now : undefined)}
    />
  );
}

/** A duration in plain words: "180 days", "1 year and 6 months". */
export function DurationControl({ value, names, onChange, onProblem }: ControlProps) {
  const kept = asText(value);
  const [typed, setTyped] = useTyped(kept === '' ? '' : durationWords(kept), (now) => readDuration(now) === kept);
  const wrong = typed.trim() !== '' && readDuration(typed) === null;
  return (
    <TextInput
      {...names}
      w={240}
      value={typed}
      error={wrong}
      onChange={({ currentTarget }) => {
        const now = currentTarget.value;
        const read = readDuration(now);
        setTyped(now);
        onProblem(now.trim() !== '' && read === null ? text.duration : null);
        if (now.trim() === '') onChange(undefined);
        else if (read !== null) onChange(read);
      }}
    />
  );
}
