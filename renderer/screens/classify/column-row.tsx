import { Check, CircleAlert, CircleMinus, PencilLine } from 'lucide-react';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { FlagPill } from '#renderer/design/flag-pill.tsx';
import { surenessOf } from '#shared/domain/confidence.ts';
import { columnMark } from '#shared/domain/shown-class.ts';
import { gravestFlags } from '#shared/policy/gravest-flags.ts';
import { classText, flagText, surenessText, typeWords } from '#shared/text/window/classes.ts';
import { namedRunnerUp } from '#renderer/column/named-runner-up.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { percent } from '#shared/text/numbers.ts';
import styles from './classify.module.css';

type State = 'accepted' | 'overridden' | 'leftOut' | 'review' | 'open';
const stateOf = ({ decision, suggestion }: ClassifiedColumn, leftOut: boolean): State =>
  decision?.action ?? (leftOut ? 'leftOut' : suggestion.needsReview ? 'review' : 'open');
const marks = { accepted: Check, overridden: PencilLine, leftOut: CircleMinus, review: CircleAlert, open: null };

/** The row as a screen reader says it. */
export const rowLabel = (column: ClassifiedColumn, leftOut: boolean): string => {
  const { effective, suggestion, decision } = column;
  const flags = effective.flags.filter((flag) => gravestFlags.has(flag)).map((flag) => flagText[flag]);
  return [
    suggestion.name.slice(0, 200),
    classText[columnMark(effective)].word,
    typeWords(effective.type),
    ...flags,
    decision ? '' : surenessText[surenessOf(suggestion.confidence)],
    text.state[stateOf(column, leftOut)],
  ]
    .filter(Boolean)
    .join(', ');
};

/** One column at a glance: class, name, type, the strongest reason, examples, how sure, and where it stands. */
export function ColumnRow({ column, leftOut }: { column: ClassifiedColumn; leftOut: boolean }) {
  const { effective, suggestion, decision, examples } = column;
  const state = stateOf(column, leftOut);
  const Mark = marks[state];
  const reason = suggestion.evidence[0]?.detail;
  const runnerUp = namedRunnerUp(suggestion);
  return (
    // The row is said as one sentence (rowLabel); what is drawn is for the eye.
    <div aria-hidden="true" className={styles.cells}>
      <ClassBadge of={columnMark(effective)} short />
      <div className={styles.what}>
        <div className={styles.name} title={suggestion.name.slice(0, 500)}>
          {suggestion.name.slice(0, 200)}
        </div>
        <div className={styles.type}>{typeWords(effective.type)}</div>
      </div>
      <div className={styles.why}>
        <div className={styles.reason} title={reason}>
          {reason ?? ''}
        </div>
        {runnerUp !== null && <div className={styles.runnerUp}>{text.alsoConsidered(typeWords(runnerUp))}</div>}
      </div>
      <div className={styles.rowFlags}>
        {effective.flags
          .filter((flag) => gravestFlags.has(flag))
          .slice(0, 2)
          .map((flag) => (
            <FlagPill key={flag} flag={flag} />
          ))}
      </div>
      <div className={styles.rowExamples}>
        {examples.slice(0, 3).map((example, at) => (
          <div key={at}>{example}</div>
        ))}
      </div>
      <div className={styles.sure} title={percent(suggestion.confidence)}>
        {decision ? '' : surenessText[surenessOf(suggestion.confidence)]}
      </div>
      <div className={styles.state} data-state={state}>
        {Mark && <Mark size={13} aria-hidden="true" />}
        {text.state[state]}
      </div>
    </div>
  );
}
