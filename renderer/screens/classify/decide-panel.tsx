import { Button, Group } from '@mantine/core';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import columnStyles from '#renderer/column/column.module.css';
import { EvidencePanel, FindingSummary } from '#renderer/column/finding-panel.tsx';
import { Section } from '#renderer/design/section.tsx';
import { shownClass, shownClasses } from '#shared/domain/shown-class.ts';
import { classText, typeWords } from '#shared/text/window/classes.ts';
import { namedRunnerUp } from '#renderer/column/named-runner-up.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import styles from './classify.module.css';
import type { Review } from './use-review.ts';

/** The selected column in the inspector: what it is held to be, the decision, and why. */
export function DecidePanel({ column, review }: { column: ClassifiedColumn; review: Review }) {
  const { suggestion, decision, effective } = column;
  const current = shownClass(effective);
  const runnerUp = namedRunnerUp(suggestion);
  return (
    <>
      <h2 className={columnStyles.name} title={suggestion.name.slice(0, 500)}>
        {suggestion.name.slice(0, 500)}
      </h2>
      <FindingSummary column={column} />
      {!review.readOnly && (
        <Section title={text.decide.heading}>
          <Group gap={8} mb={8}>
            <Button
              variant="filled"
              disabled={review.busy || decision?.action === 'accepted'}
              onClick={() => review.accept()}
            >
              {text.accept}
            </Button>
            <Button onClick={() => review.change({ columns: [column], shown: null, type: null })}>
              {text.changeType}
            </Button>
            {decision && (
              <Button disabled={review.busy} onClick={review.withdraw}>
                {text.withdraw}
              </Button>
            )}
          </Group>
          <div className={styles.classButtons} role="group" aria-label={text.decide.class}>
            {shownClasses.map((shown) => (
              <button
                key={shown}
                type="button"
                className={styles.classButton}
                data-class={shown}
                aria-pressed={shown === current}
                onClick={() => {
                  if (shown !== current) review.change({ columns: [column], shown, type: null });
                }}
              >
                <span aria-hidden="true" className={styles.classLetter}>
                  {classText[shown].letter}
                </span>
                {classText[shown].word}
              </button>
            ))}
          </div>
          {runnerUp !== null && (
            <Button mt={8} onClick={() => review.change({ columns: [column], shown: null, type: runnerUp })}>
              {text.useRunnerUp(typeWords(runnerUp))}
            </Button>
          )}
        </Section>
      )}
      <EvidencePanel column={column} />
    </>
  );
}
