import { Button } from '@mantine/core';
import { Verdict } from '#renderer/design/verdict.tsx';
import type { GuardState } from '#shared/domain/guardrail.ts';
import type { Screened, ScreeningAnswer, ScreeningProposal } from '#shared/register/impact/screen.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactWindowText as text } from '#shared/text/window/impact.ts';
import { BehindChips } from './behind-chips.tsx';
import styles from './impact.module.css';

/** A criterion that holds asks for something; one that nobody answered is not stated, and never green. */
const states: Record<ScreeningAnswer, GuardState> = { yes: 'needs-you', no: 'does-not-apply', unknown: 'not-stated' };

function Row({ name, one, onAnswer }: { name: string; one: Screened<string>; onAnswer: (() => void) | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Verdict verdict="pass" state={states[one.answer]}>
          {impactText.answer(one.answer)}
        </Verdict>
      </td>
      <td>
        {impactText.evidence(one)}
        <div className={styles.chips}>
          <BehindChips from={one.proofs} />
          {one.answer === 'unknown' && onAnswer !== null && (
            <Button size="compact-xs" aria-label={text.screening.answerOf(name)} onClick={onAnswer}>
              {text.screening.answer}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** The cases of the law and the nine criteria, each with what shows it and the way there. */
export function ScreeningTable({
  screening,
  onAnswer,
}: {
  screening: ScreeningProposal;
  /** Goes to where a case or criterion is answered; null: nothing may be written. */
  onAnswer: ((field: 'cases' | 'criteria') => void) | null;
}) {
  const answerIn = (field: 'cases' | 'criteria') => (onAnswer === null ? null : () => onAnswer(field));
  return (
    <table className={styles.table} aria-label={text.screening.label}>
      <thead>
        <tr>
          {text.screening.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {screening.cases.map((one) => (
          <Row key={one.id} name={impactText.case(one.id)} one={one} onAnswer={answerIn('cases')} />
        ))}
        {screening.criteria.map((one) => (
          <Row key={one.id} name={impactText.criterion(one.id)} one={one} onAnswer={answerIn('criteria')} />
        ))}
      </tbody>
    </table>
  );
}
