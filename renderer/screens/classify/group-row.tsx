import { Check, ChevronDown, ChevronRight } from 'lucide-react';
import { ClassBadge } from '#renderer/design/class-badge.tsx';
import { FlagPill } from '#renderer/design/flag-pill.tsx';
import { classText, typeWords } from '#shared/text/window/classes.ts';
import { groupText as text } from '#shared/text/window/classify-groups.ts';
import styles from './classify.module.css';
import { acceptedUnopened } from './group-columns.ts';
import type { ShownGroup } from './review-rows.ts';

const decided = ({ members }: ShownGroup): number => members.filter(({ decision }) => decision !== null).length;

/** The group as a screen reader says it. */
export const groupLabel = (group: ShownGroup): string =>
  [
    text.group(group.columns.length),
    text.name(group),
    classText[group.shown].word,
    text.decided(decided(group), group.members.length),
    group.open ? text.opened : text.closed,
  ].join(', ');

/** Its columns in a line: their names, each with its type where the group has several. */
function Members({ group }: { group: ShownGroup }) {
  const names = group.members.slice(0, 12).map(({ suggestion, effective }) => {
    const name = suggestion.name.slice(0, 60);
    return group.type === null ? `${name} (${typeWords(effective.type)})` : name;
  });
  return (
    <div className={styles.reason} title={names.join(', ')}>
      {names.join(', ')}
    </div>
  );
}

/**
 * A group at a glance: what its columns share, which they are, how far it is decided, and the one press for all. An
 * option of a list holds nothing that takes the focus: the list hears what was pressed by `data-press`.
 */
export function GroupRow({ group, readOnly }: { group: ShownGroup; readOnly: boolean }) {
  const Arrow = group.open ? ChevronDown : ChevronRight;
  const done = decided(group) === group.members.length;
  const look = !group.open && !acceptedUnopened(group);
  return (
    // The row is said as one sentence (groupLabel) and worked by the list's keys; what is drawn is for eye and mouse.
    <div aria-hidden="true" className={styles.cells}>
      <span className={styles.fold} data-press="fold">
        <Arrow size={15} />
      </span>
      <div className={styles.what}>
        <div className={styles.groupName}>
          <ClassBadge of={group.shown} short />
          {text.name(group)}
        </div>
        <div className={styles.type}>{text.decided(decided(group), group.members.length)}</div>
      </div>
      <div className={styles.why}>{!group.open && <Members group={group} />}</div>
      <div className={styles.rowFlags}>{group.flag !== null && <FlagPill flag={group.flag} />}</div>
      <div className={styles.groupState} data-done={done || undefined}>
        {done ? (
          <>
            <Check size={13} />
            {text.done}
          </>
        ) : group.kind === 'nobody' && !group.open ? (
          text.nobody
        ) : (
          !readOnly && (
            <span
              className={styles.press}
              data-press="accept"
              data-off={(group.pending.length === 0 && !look) || undefined}
            >
              {look ? text.look(group.pending.length) : text.accept(group.pending.length)}
            </span>
          )
        )}
      </div>
    </div>
  );
}
