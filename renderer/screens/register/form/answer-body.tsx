import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnyAnswer } from '#shared/register/any-body.ts';
import { recordsText } from '#shared/text/window/records.ts';
import type { ControlNames } from './controls/control-props.ts';
import { useFormContext } from './record-form-context.ts';

const text = recordsText.form;

/** An answer without a value. */
export type PlainState = 'none' | 'not-applicable' | 'unknown';

const reasonOf = (answer: AnyAnswer | undefined): string =>
  answer !== undefined && 'reason' in answer ? (answer.reason ?? '') : '';

interface Props {
  state: PlainState;
  answer: AnyAnswer | undefined;
  describedBy: Pick<ControlNames, 'aria-describedby'>;
  onAnswer(answer: AnyAnswer): void;
  onProblem(problem: string | null): void;
}

/** What an answer without a value says beside its state: a reason, or who must answer. */
export function WithoutValue({ state, answer, describedBy, onAnswer, onProblem }: Props) {
  const { mine } = useFormContext();
  const [reason, setReason] = useState(() => (answer?.state === state ? reasonOf(answer) : ''));
  if (state === 'unknown')
    return (
      <TextInput
        {...describedBy}
        label={text.askWhom}
        maxLength={200}
        defaultValue={answer?.state === 'unknown' ? answer.ask : ''}
        onChange={({ currentTarget }) =>
          onAnswer({ state: 'unknown', ask: currentTarget.value.trim(), origin: mine() })
        }
      />
    );
  const say = (typed: string): void => {
    setReason(typed);
    const said = typed.trim();
    if (state === 'none') onAnswer({ state, ...(said === '' ? {} : { reason: said }), origin: mine() });
    else {
      onProblem(said === '' ? text.notApplicableNeeds : null);
      if (said !== '') onAnswer({ state, reason: said, origin: mine() });
    }
  };
  return (
    <Textarea
      {...describedBy}
      label={state === 'none' ? text.noneWhy : text.notApplicableWhy}
      required={state === 'not-applicable'}
      autosize
      minRows={1}
      maxLength={2000}
      value={reason}
      onChange={({ currentTarget }) => say(currentTarget.value)}
    />
  );
}
