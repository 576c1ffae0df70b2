import { Button } from '@mantine/core';
import type { JoinResult } from '#shared/contract/joins.ts';
import { joinText as text } from '#shared/text/window/join.ts';
import { useTitleFocus } from '#renderer/design/use-title-focus.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry, goToRecord } from '#renderer/state/register-place.ts';
import { selectDataset } from '#renderer/state/ui-state.ts';
import { MatchTold } from './match-told.tsx';
import styles from './join.module.css';

/** What became of a join: the view, its entry and its activity, and who is alone in it. */
export function JoinDone({ made }: { made: JoinResult }) {
  const { dataset, registerEntry, activity } = made;
  useTitleFocus(dataset.id);
  return (
    <>
      <Notice
        tone="pass"
        action={
          <div className={styles.buttons}>
            <Button aria-label={text.entryLabel(registerEntry)} onClick={() => goToEntry(registerEntry)}>
              {text.entry(registerEntry)}
            </Button>
            {activity !== null && (
              <Button onClick={() => goToRecord({ kind: 'activity', id: activity.id })}>
                {text.activity(activity.ref)}
              </Button>
            )}
            <Button variant="filled" onClick={() => selectDataset(dataset.id)}>
              {text.show(dataset.name)}
            </Button>
          </div>
        }
      >
        {text.done(dataset.name, dataset.rows)}
      </Notice>
      <MatchTold match={made} />
    </>
  );
}
