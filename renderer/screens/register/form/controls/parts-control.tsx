import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { Part } from '#shared/register/field.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { partWords } from '../field-words.ts';
import styles from '../form.module.css';
import type { Asked } from './control-props.ts';
import { ValueControl, ValuesControl } from './value-control.tsx';

const text = recordsText.form;

type Value = Record<string, unknown>;
export interface Line {
  id: string;
  value: Value;
}

const askedOf = (asked: Asked, id: string, part: Part): Asked => {
  const ids = asked.idsOfParts?.[id];
  return { ...part, words: partWords(asked.words, id), ...(ids === undefined ? {} : { ids }) };
};

/** Required parts that a line lacks. */
const lacking = (parts: Readonly<Record<string, Part>>, value: Value): string[] =>
  Object.entries(parts).flatMap(([id, part]) => (part.required && value[id] === undefined ? [id] : []));

function PartField({
  asked,
  value,
  required,
  onChange,
  onProblem,
}: {
  asked: Asked;
  value: unknown;
  required: boolean;
  onChange(value: unknown): void;
  onProblem(problem: string | null): void;
}) {
  const label = useId();
  const names = { 'aria-labelledby': label };
  return (
    <div className={styles.part}>
      <span className={styles.partLabel}>
        <span id={label}>{asked.words.label}</span>
        {required && <span aria-hidden="true"> *</span>}
      </span>
      {asked.words.help !== undefined && <span className={styles.partHelp}>{asked.words.help}</span>}
      {asked.many ? (
        <ValuesControl
          asked={asked}
          values={Array.isArray(value) ? (value as string[]) : []}
          names={names}
          onChange={(now) => onChange(now.length === 0 ? undefined : now)}
          onProblem={onProblem}
        />
      ) : (
        <ValueControl asked={asked} value={value} names={names} onChange={onChange} onProblem={onProblem} />
      )}
    </div>
  );
}

interface PartsProps {
  asked: Asked;
  lines: readonly Line[];
  /** Number of the first line, where others stand above. */
  first: number;
  onChange(lines: Line[]): void;
  onProblem(problem: string | null): void;
}

/** Lines as they stand on the page: those that are kept, and those that still lack a part. */
function useLines({ asked, lines, first, onChange, onProblem }: PartsProps) {
  const parts = asked.parts ?? {};
  const [unfinished, setUnfinished] = useState<readonly Line[]>([]);
  const shown = [
    ...lines.map((line) => unfinished.find(({ id }) => id === line.id) ?? line),
    ...unfinished.filter(({ id }) => !lines.some((line) => line.id === id)),
  ];
  const gap = shown.findIndex(({ value }) => lacking(parts, value).length > 0);
  const gapWords =
    gap < 0
      ? null
      : text.lineNeeds(
          first + gap,
          lacking(parts, shown[gap]!.value).map((id) => partWords(asked.words, id).label),
        );
  useEffect(() => {
    onProblem(gapWords);
    // The sentence decides; a new function that takes it is no news.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [gapWords]);

  const put = (line: Line): void => {
    const rest = unfinished.filter(({ id }) => id !== line.id);
    if (lacking(parts, line.value).length > 0) {
      setUnfinished([...rest, line]);
      return;
    }
    setUnfinished(rest);
    onChange(
      lines.some(({ id }) => id === line.id) ? lines.map((old) => (old.id === line.id ? line : old)) : [...lines, line],
    );
  };
  const takeOut = (id: string): void => {
    setUnfinished(unfinished.filter((line) => line.id !== id));
    if (lines.some((line) => line.id === id)) onChange(lines.filter((line) => line.id !== id));
  };
  const add = (): void => setUnfinished([...unfinished, { id: crypto.randomUUID(), value: {} }]);
  return { shown, put, takeOut, add };
}

/** Lines that are made of parts. A line is kept once it has the parts that it makes no sense without. */
export function PartsControl(props: PartsProps) {
  const { asked, first, onProblem } = props;
  const { shown, put, takeOut, add } = useLines(props);
  return (
    <div className={styles.lines}>
      {shown.map(({ id, value }, at) => (
        <fieldset key={id} className={styles.line}>
          <legend className={styles.lineTitle}>{text.line(first + at)}</legend>
          {Object.entries(asked.parts ?? {}).map(([part, definition]) => (
            <PartField
              key={part}
              asked={askedOf(asked, part, definition)}
              value={value[part]}
              required={definition.required}
              onProblem={onProblem}
              onChange={(now) => {
                const { [part]: _, ...rest } = value;
                put({ id, value: now === undefined ? rest : { ...rest, [part]: now } });
              }}
            />
          ))}
          <Button
            className={styles.takeOut}
            onClick={() => takeOut(id)}
            aria-label={text.takeOutOf(text.line(first + at))}
          >
            {text.takeOut}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button leftSection={<Plus size={14} aria-hidden="true" />} onClick={add}>
          {text.addTo(asked.words.label)}
        </Button>
      </div>
    </div>
  );
}
