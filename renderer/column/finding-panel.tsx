import { Tooltip } from '@mantine/core';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { FlagPill } from '#renderer/design/flag-pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { surenessOf } from '#shared/domain/confidence.ts';
import { columnMark } from '#shared/domain/shown-class.ts';
import { categoryText, surenessText, typeWords } from '#shared/text/window/classes.ts';
import { namedRunnerUp } from './named-runner-up.ts';
import { columnText as text } from '#shared/text/window/column.ts';
import { moment } from '#shared/text/numbers.ts';
import styles from './column.module.css';

/** What a column is held to be: class, type, how sure, and who decided. */
export function FindingSummary({ column }: { column: ClassifiedColumn }) {
  const { effective, decision, suggestion } = column;
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        <ClassBadge of={columnMark(effective)} />
        <strong>{typeWords(effective.type)}</strong>
      </div>
      <p className={styles.soft}>{text.category(categoryText[effective.category])}</p>
      {decision ? (
        <p className={styles.soft}>
          {[
            text.decided[decision.action](decision.actor, moment(decision.at)),
            decision.reason && text.reason(decision.reason),
            decision.action === 'overridden' &&
              suggestion.type !== decision.type &&
              text.suggestedWas(typeWords(suggestion.type)),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : (
        <p className={styles.soft}>
          {text.suggested}:{' '}
          <Tooltip label={text.confidenceHelp(suggestion.confidence)}>
            <span
              className={styles.confidence}
              tabIndex={0}
              role="note"
              aria-label={text.confidenceHelp(suggestion.confidence)}
            >
              {surenessText[surenessOf(suggestion.confidence)]}
            </span>
          </Tooltip>
        </p>
      )}
      {effective.flags.some((flag) => flag !== 'online_identifier') && (
        <div className={styles.flags}>
          {effective.flags
            .filter((flag) => flag !== 'online_identifier')
            .map((flag) => (
              <FlagPill key={flag} flag={flag} />
            ))}
        </div>
      )}
    </div>
  );
}

/** The evidence in words, the runner-up, three masked examples. */
export function EvidencePanel({ column }: { column: ClassifiedColumn }) {
  const { suggestion, examples } = column;
  const runnerUp = namedRunnerUp(suggestion);
  return (
    <>
      <Section title={text.why}>
        {suggestion.evidence.length === 0 ? (
          <p className={styles.soft}>{text.noEvidence}</p>
        ) : (
          <ul className={styles.evidence}>
            {suggestion.evidence.map((reason, at) => (
              <li key={at}>{reason.detail}</li>
            ))}
          </ul>
        )}
        <p className={styles.soft}>{runnerUp === null ? text.noRunnerUp : text.runnerUp(typeWords(runnerUp))}</p>
        {suggestion.notes.map((note) => (
          <p key={note} className={styles.soft}>
            {note}
          </p>
        ))}
      </Section>
      <Section title={text.examples}>
        {examples.length === 0 ? (
          <p className={styles.soft}>{text.noExamples}</p>
        ) : (
          <ul className={styles.examples}>
            {examples.map((example, at) => (
              <li key={at}>{example}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
