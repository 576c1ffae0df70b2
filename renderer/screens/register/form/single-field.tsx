import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnyAnswer } from '#shared/register/any-body.ts';
import type { Origin } from '#shared/register/answer.ts';
import { recordsText } from '#shared/text/window/records.ts';
import type { Asked, ControlNames } from './controls/control-props.ts';
import { ValueControl } from './controls/value-control.tsx';
import styles from './form.module.css';
import { useFormContext } from './record-form-context.ts';
import { GeneratedActions, Statement } from './statement.tsx';
import { valueWords } from './value-words.ts';
import { ValueView } from './value-view.tsx';

const text = recordsText;

type Stated = Extract<AnyAnswer, { value: unknown }>;

interface Props {
  asked: Asked;
  answer: Stated | undefined;
  names: ControlNames;
  onAnswer(answer: AnyAnswer | undefined): void;
  onProblem(problem: string | null): void;
  /** What is right where a generated statement is not: another value, or an answer without one. */
  onInstead(state: 'none' | 'not-applicable' | 'unknown'): void;
}

/** What is right instead of what the log says. */
function Instead({ onInstead, onAnother }: { onInstead: Props['onInstead']; onAnother(): void }) {
  return (
    <div className={styles.origin} role="group" aria-label={text.origin.instead}>
      <span>{text.origin.instead}</span>
      <span className={styles.buttons}>
        <Button autoFocus onClick={onAnother}>
          {text.origin.another}
        </Button>
        {(['none', 'not-applicable', 'unknown'] as const).map((state) => (
          <Button key={state} onClick={() => onInstead(state)}>
            {text.form.answers[state]}
          </Button>
        ))}
      </span>
    </div>
  );
}

/** A field with one value: a control, or the statement that the log made until somebody takes it over or edits it. */
export function SingleField({ asked, answer, names, onAnswer, onProblem, onInstead }: Props) {
  const surroundings = useFormContext();
  const { mine } = surroundings;
  const [mode, setMode] = useState<'read' | 'edit' | 'instead'>('read');
  const origin = answer?.origin;
  if (answer !== undefined && origin !== undefined && origin.from !== 'person' && mode !== 'edit') {
    const what = valueWords(asked, answer.value, surroundings);
    return (
      <>
        <Statement
          origin={origin}
          actions={
            origin.from === 'log' ? (
              <GeneratedActions
                what={what}
                onTakeOver={() =>
                  onAnswer({ ...answer, origin: { ...mine(), from: 'taken-over', entry: origin.entry } as Origin })
                }
                onEdit={() => setMode('edit')}
                onNotSo={() => setMode('instead')}
              />
            ) : (
              <Button aria-label={text.origin.of(text.origin.edit, what)} onClick={() => setMode('edit')}>
                {text.origin.edit}
              </Button>
            )
          }
        >
          <ValueView asked={asked} value={answer.value} />
        </Statement>
        {mode === 'instead' && <Instead onInstead={onInstead} onAnother={() => setMode('edit')} />}
      </>
    );
  }
  return (
    <ValueControl
      asked={asked}
      value={answer?.value}
      names={names}
      onProblem={onProblem}
      onChange={(value) => onAnswer(value === undefined ? undefined : { state: 'stated', value, origin: mine() })}
    />
  );
}
