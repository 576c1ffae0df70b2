import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { AnyAnswer, AnyBody } from '#shared/register/any-body.ts';
import type { Field } from '#shared/register/field.ts';
import { recordKinds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { FieldBlock } from '../form/field-block.tsx';
import formStyles from '../form/form.module.css';
import styles from './record.module.css';

const text = recordsText.page;

const fieldsOf = (kind: RecordKind): [string, Field][] =>
  Object.entries(recordKinds[kind].fields as Record<string, Field>);

/** Fields that a record of this role is asked for, and those of the other role that were answered all the same. */
export function fieldsAsked(kind: RecordKind, body: AnyBody): [string, Field][] {
  const { role: answer } = body;
  const role = answer !== undefined && 'value' in answer ? answer.value : 'controller';
  return fieldsOf(kind).filter(
    ([id, field]) => field.role === undefined || field.role === role || body[id] !== undefined,
  );
}

/** Whether a field waits for an answer that the law or another check needs. */
const isOpen = (field: Field, answer: AnyAnswer | undefined): boolean =>
  field.need !== 'advised' && (answer === undefined || answer.state === 'unknown');

export const openFields = (kind: RecordKind, body: AnyBody): string[] =>
  fieldsAsked(kind, body).flatMap(([id, field]) => (isOpen(field, body[id]) ? [id] : []));

/** Open fields that the law asks for. */
export const openByLaw = (kind: RecordKind, body: AnyBody): string[] =>
  openFields(kind, body).filter((id) => (recordKinds[kind].fields as Record<string, Field>)[id]!.need === 'law');

type Shown = 'all' | 'law' | 'open';

interface Props {
  kind: RecordKind;
  body: AnyBody;
  problems: ReadonlyMap<string, string>;
  onAnswer(field: string, answer: AnyAnswer | undefined): void;
  onProblem(field: string, problem: string | null): void;
}

/** The form of a record, made of its kind's fields; all of them, those that the law asks for, or those that are open. */
export function RecordForm({ kind, body, problems, onAnswer, onProblem }: Props) {
  const [shown, setShown] = useState<Shown>('all');
  /** What was open when it was asked for: a field stays while it is being answered. */
  const [wereOpen, setWereOpen] = useState<readonly string[]>([]);
  const asked = fieldsAsked(kind, body);
  const law = asked.filter(([, { need }]) => need === 'law');
  const listed = shown === 'all' ? asked : shown === 'law' ? law : asked.filter(([id]) => wereOpen.includes(id));
  const choose = (next: Shown): void => {
    setWereOpen(openFields(kind, body));
    setShown(next);
  };
  return (
    <div className={formStyles.form}>
      <div className={styles.filter}>
        <SegmentedControl
          aria-label={text.fieldsShown}
          value={shown}
          onChange={(next) => choose(next)}
          data={[
            { value: 'all', label: text.all(asked.length) },
            { value: 'law', label: text.law(law.length) },
            { value: 'open', label: text.open(openFields(kind, body).length) },
          ]}
        />
        <span className={styles.quiet}>{text.legend}</span>
      </div>
      {listed.length === 0 && <p className={formStyles.quiet}>{text.nothingOpen}</p>}
      {listed.map(([id]) => (
        <FieldBlock
          key={id}
          kind={kind}
          id={id}
          answer={body[id]}
          problem={problems.get(id) ?? null}
          onAnswer={(answer) => onAnswer(id, answer)}
          onProblem={(problem) => onProblem(id, problem)}
        />
      ))}
    </div>
  );
}
