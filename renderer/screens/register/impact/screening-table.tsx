import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import type { GuardState } from '#shared/domain/guardrail.ts';
import type { Screened, ScreeningAnswer, ScreeningProposal } from '#shared/register/impact/screen.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactWindowText } from '#shared/text/window/impact.ts';
import { AnswerCriterion, type Asked } from './answer-criterion.tsx';
import { BehindChips } from './behind-chips.tsx';
import styles from './impact.module.css';

const text = impactWindowText.screening;

/** A criterion that holds asks for something; one that nobody answered is not stated, and never green. */
const states: Record<ScreeningAnswer, GuardState> = { yes: 'needs-you', no: 'does-not-apply', unknown: 'not-stated' };

/** How a case or criterion is answered here; or, where the screening is not a draft, gone to. */
export interface Answering {
  /** Whether the draft of the screening may be written from here. */
  here: boolean;
  activity: string;
  operator: string;
  elsewhere(field: Asked['of']): void;
}

function Row({ name, one, onAnswer }: { name: string; one: Screened<string>; onAnswer: (() => void) | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={styles.answered}>
          <Verdict verdict="pass" state={states[one.answer]}>
            {impactText.answer(one.answer)}
          </Verdict>
          {onAnswer !== null && (
            <Button size="compact-sm" aria-label={text.answerOf(name, one.answer)} onClick={onAnswer}>
              {one.answer === 'unknown' ? text.answer : text.change}
            </Button>
          )}
        </span>
      </td>
      <td>
        <p>{impactText.evidence(one)}</p>
        <BehindChips from={one.proofs} />
      </td>
    </tr>
  );
}

/** The cases of the law and the nine criteria apart, each with what shows it, the way there, and a person's answer. */
export function ScreeningTable({
  screening,
  answering,
}: {
  screening: ScreeningProposal;
  /** Null: nothing may be written. */
  answering: Answering | null;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const groups: { of: Asked['of']; rows: { asked: Asked; name: string; one: Screened<string> }[] }[] = [
    {
      of: 'cases',
      rows: screening.cases.map((one) => ({ asked: { of: 'cases', id: one.id }, name: impactText.case(one.id), one })),
    },
    {
      of: 'criteria',
      rows: screening.criteria.map((one) => ({
        asked: { of: 'criteria', id: one.id },
        name: impactText.criterion(one.id),
        one,
      })),
    },
  ];
  const onAnswer = (of: Asked['of'], id: string): (() => void) | null => {
    if (answering === null) return null;
    return answering.here ? () => setOpen(id) : () => answering.elsewhere(of);
  };
  return (
    <table className={styles.table} aria-label={text.label}>
      <ColumnHeads names={text.heads} />
      {groups.map(({ of, rows }) => (
        <tbody key={of}>
          <tr>
            <th scope="rowgroup" colSpan={text.heads.length} className={styles.group}>
              {text.groups[of]}
            </th>
          </tr>
          {rows.map(({ asked, name, one }) => (
            <Fragment key={one.id}>
              <Row name={name} one={one} onAnswer={onAnswer(of, one.id)} />
              {open === one.id && answering !== null && (
                <tr>
                  <td colSpan={text.heads.length}>
                    <AnswerCriterion
                      activity={answering.activity}
                      asked={asked}
                      one={one}
                      name={name}
                      operator={answering.operator}
                      onClose={() => setOpen(null)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}
