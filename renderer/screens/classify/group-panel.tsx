import { Button, Group } from '@mantine/core';
import columnStyles from '#renderer/column/column.module.css';
import { Section } from '#renderer/design/section.tsx';
import { columnMark } from '#shared/domain/shown-class.ts';
import { classText, typeWords } from '#shared/text/window/classes.ts';
import { classifyText } from '#shared/text/window/classify.ts';
import { groupText as text } from '#shared/text/window/classify-groups.ts';
import styles from './classify.module.css';
import { acceptedUnopened } from './group-columns.ts';
import type { ReviewRow, ShownGroup } from './review-rows.ts';
import type { Review } from './use-review.ts';

/** The selected group in the inspector: why its columns stand together, one decision for all, and each with its reason. */
export function GroupPanel({ row, group, review }: { row: ReviewRow; group: ShownGroup; review: Review }) {
  const { pending, members } = group;
  const look = !group.open && !acceptedUnopened(group);
  return (
    <>
      <h2 className={columnStyles.name}>{text.title(group)}</h2>
      <p className={styles.groupWhy}>{text.why[group.kind]}</p>
      {!review.readOnly && (
        <Section title={classifyText.decide.heading}>
          <Group gap={8}>
            <Button
              variant="filled"
              disabled={review.busy || (pending.length === 0 && !look)}
              onClick={() => review.accept(row)}
            >
              {look ? text.look(pending.length) : text.accept(pending.length)}
            </Button>
            <Button
              disabled={pending.length === 0}
              onClick={() => review.change({ columns: pending, shown: null, type: null })}
            >
              {text.change(pending.length)}
            </Button>
          </Group>
        </Section>
      )}
      <Section title={text.members}>
        <ul className={styles.members}>
          {members.slice(0, 200).map(({ suggestion, effective }) => (
            <li key={suggestion.name}>
              <strong>{suggestion.name.slice(0, 200)}</strong> {classText[columnMark(effective)].letter},{' '}
              {typeWords(effective.type)}
              {suggestion.evidence[0] && <div className={styles.type}>{suggestion.evidence[0].detail}</div>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
