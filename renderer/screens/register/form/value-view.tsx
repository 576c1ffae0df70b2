import type { AnyAnswer } from '#shared/register/any-body.ts';
import { recordsText } from '#shared/text/window/records.ts';
import type { Asked } from './controls/control-props.ts';
import styles from './form.module.css';
import { useFormContext } from './record-form-context.ts';
import { Statement } from './statement.tsx';
import { partLines, valueWords } from './value-words.ts';

const text = recordsText.form;

/** One value in words; with its parts below each other where it has some. */
export function ValueView({ asked, value }: { asked: Asked; value: unknown }) {
  const names = useFormContext();
  if (asked.parts === undefined || value === null || typeof value !== 'object') return valueWords(asked, value, names);
  return (
    <dl className={styles.partWords}>
      {partLines(asked, value as Record<string, unknown>, names).map(({ part, label, words }) => (
        <div key={part} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What an answer says without a value, in words. */
export function plainWords(answer: Exclude<AnyAnswer, { state: 'stated' }>): string {
  const reason = answer.reason ?? '';
  const said = text.answers[answer.state];
  if (answer.state === 'unknown') return text.ask(answer.ask, reason);
  return reason === '' ? said : `${said}: ${reason}`;
}

/** An answer as it is read: nothing to change about it. */
export function AnswerView({ asked, answer }: { asked: Asked; answer: AnyAnswer | undefined }) {
  if (answer === undefined) return <p className={styles.quiet}>{text.answers['not-stated']}</p>;
  if (answer.state !== 'stated') return <Statement origin={answer.origin}>{plainWords(answer)}</Statement>;
  if ('value' in answer)
    return (
      <Statement origin={answer.origin}>
        <ValueView asked={asked} value={answer.value} />
      </Statement>
    );
  return (
    <div className={styles.statements}>
      {answer.items.map(({ id, value, origin }) => (
        <Statement key={id} origin={origin}>
          <ValueView asked={asked} value={value} />
        </Statement>
      ))}
    </div>
  );
}
