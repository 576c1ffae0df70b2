import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { AnyAnswer } from '#shared/register/any-body.ts';
import type { Origin } from '#shared/register/answer.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { WithoutValue, type PlainState } from './answer-body.tsx';
import { askedOf } from './asked.ts';
import styles from './form.module.css';
import { ListField } from './list-field.tsx';
import { useFormContext } from './record-form-context.ts';
import { SingleField } from './single-field.tsx';
import { AnswerView, plainWords } from './value-view.tsx';
import { GeneratedActions, Statement } from './statement.tsx';

const text = recordsText;

/** Where on the page a field stands. */
export const fieldAnchor = (id: string): string => `field-${id}`;

type Choice = 'stated' | PlainState | 'not-stated';

interface Props {
  kind: RecordKind;
  id: string;
  answer: AnyAnswer | undefined;
  problem: string | null;
  onAnswer(answer: AnyAnswer | undefined): void;
  onProblem(problem: string | null): void;
}

/** A generated answer without a value: taken over, put otherwise, or taken out like any other statement of the log. */
function GeneratedPlain({
  answer,
  onAnswer,
  onEdit,
}: {
  answer: Exclude<AnyAnswer, { state: 'stated' }>;
  onAnswer: Props['onAnswer'];
  onEdit(): void;
}) {
  const { mine } = useFormContext();
  const { origin } = answer;
  if (origin.from !== 'log') return null;
  return (
    <Statement
      origin={origin}
      actions={
        <GeneratedActions
          what={plainWords(answer)}
          onTakeOver={() =>
            onAnswer({ ...answer, origin: { ...mine(), from: 'taken-over', entry: origin.entry } as Origin })
          }
          onEdit={onEdit}
          onNotSo={() => onAnswer(undefined)}
        />
      }
    >
      {plainWords(answer)}
    </Statement>
  );
}

/** The control of a field, after how it is answered. */
function Answering({
  kind,
  id,
  answer,
  onAnswer,
  onProblem,
  choice,
  onChoose,
}: Props & {
  choice: Choice;
  onChoose(choice: Choice): void;
}) {
  const [editing, setEditing] = useState(false);
  const asked = askedOf(kind, id);
  const describedBy = { 'aria-describedby': `${fieldAnchor(id)}-help ${fieldAnchor(id)}-problem` };
  if (choice === 'none' || choice === 'not-applicable' || choice === 'unknown') {
    if (answer !== undefined && answer.state === choice && answer.origin.from === 'log' && !editing)
      return <GeneratedPlain answer={answer} onAnswer={onAnswer} onEdit={() => setEditing(true)} />;
    return (
      <WithoutValue
        key={choice}
        state={choice}
        answer={answer}
        describedBy={describedBy}
        onAnswer={onAnswer}
        onProblem={onProblem}
      />
    );
  }
  const names = { 'aria-labelledby': `${fieldAnchor(id)}-label`, ...describedBy };
  if (asked.many)
    return <ListField asked={asked} answer={answer} names={names} onAnswer={onAnswer} onProblem={onProblem} />;
  return (
    <SingleField
      asked={asked}
      answer={answer !== undefined && 'value' in answer ? answer : undefined}
      names={names}
      onAnswer={onAnswer}
      onProblem={onProblem}
      onInstead={onChoose}
    />
  );
}

/** One field of a record: what it asks, how it is answered, and the answer. */
export function FieldBlock(props: Props) {
  const { kind, id, answer, problem, onAnswer, onProblem } = props;
  const { readOnly, mine } = useFormContext();
  const asked = askedOf(kind, id);
  const { words, field } = asked;
  /** Chosen and not answered yet: a reason is waited for. */
  const [waiting, setWaiting] = useState<'not-applicable' | null>(null);
  const state: Choice = answer?.state ?? 'not-stated';
  const choice: Choice = waiting !== null && state !== waiting ? waiting : state;
  const choose = (next: Choice): void => {
    onProblem(next === 'not-applicable' && state !== next ? text.form.notApplicableNeeds : null);
    setWaiting(next === 'not-applicable' ? next : null);
    if (next === 'none') onAnswer({ state: 'none', origin: mine() });
    else if (next === 'unknown') onAnswer({ state: 'unknown', ask: '', origin: mine() });
    else if (next === 'not-stated') onAnswer(undefined);
  };
  const anchor = fieldAnchor(id);
  const offered: Choice[] = [
    ...(state === 'stated' ? (['stated'] as const) : []),
    'not-stated',
    'none',
    'not-applicable',
    'unknown',
  ];
  return (
    <div id={anchor} className={styles.field} role="group" aria-labelledby={`${anchor}-label`}>
      <div className={styles.fieldHead}>
        <div className={styles.label}>
          <span id={`${anchor}-label`}>{words.label}</span>
          {field.need === 'law' && (
            <span className={styles.asterisk} title={text.page.lawMark}>
              {' *'}
            </span>
          )}
          {field.law !== undefined && <span className={styles.article}>{field.law}</span>}
        </div>
        {!readOnly && (
          <NativeSelect
            className={styles.state}
            aria-label={text.form.answer(words.label)}
            value={choice}
            data={offered.map((value) => ({ value, label: text.form.answers[value] }))}
            onChange={({ currentTarget }) => choose(currentTarget.value as Choice)}
          />
        )}
      </div>
      {words.help !== undefined && (
        <p id={`${anchor}-help`} className={styles.help}>
          {words.help}
        </p>
      )}
      {readOnly ? (
        <AnswerView asked={asked} answer={answer} />
      ) : (
        <Answering {...props} choice={choice} onChoose={choose} />
      )}
      {problem !== null && (
        <p id={`${anchor}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
