import { Button } from '@mantine/core';
import { Check, CircleAlert, OctagonX, PackageCheck } from 'lucide-react';
import { useWorkspace } from '#renderer/client/queries.ts';
import { showDialog } from '#renderer/workspace/dialog-state.ts';
import { commandsText } from '#shared/text/commands.ts';
import { goTo, useScreen } from '#renderer/state/ui-state.ts';
import { appText } from '#shared/text/window/app.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './rail.module.css';
import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { screens, type ScreenEntry } from './screens.ts';

const noMark = (): RailMark => ({ state: 'none' });
const marks = { done: Check, needs: CircleAlert, blocked: OctagonX };

function RailItem({ screen }: { screen: ScreenEntry }) {
  const current = useScreen() === screen.id;
  const mark = (screen.useMark ?? noMark)();
  const Mark = mark.state === 'none' ? null : marks[mark.state];
  const Icon = screen.icon;
  // The name stays the plain label, so that people and tests find "Classify"; the state is its description (title).
  const words =
    mark.state === 'none' ? (mark.words ?? '') : [mark.words, appText.marks[mark.state]].filter(Boolean).join(', ');
  return (
    <li>
      <a
        href={`#${screen.id}`}
        className={styles.item}
        aria-current={current ? 'page' : undefined}
        title={words ? `${screen.label}: ${words}` : screen.label}
        onClick={(event) => {
          event.preventDefault();
          goTo(screen.id);
        }}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
        <span className={styles.label}>{screen.label}</span>
        {Mark && (
          <span className={styles.mark} data-state={mark.state} aria-hidden="true">
            {mark.count !== undefined && <span>{count(mark.count)}</span>}
            <Mark size={13} strokeWidth={2.25} />
          </span>
        )}
      </a>
    </li>
  );
}

/** What an officer must be able to hand over at any time: reachable from every screen. */
function ExportEvidence() {
  const workspace = useWorkspace().data;
  return (
    <Button
      className={styles.deed}
      leftSection={<PackageCheck size={15} aria-hidden="true" />}
      disabled={!workspace}
      title={workspace ? undefined : appText.evidenceNeedsWorkspace}
      onClick={() => showDialog({ kind: 'evidence' })}
    >
      {commandsText['evidence.export']}
    </Button>
  );
}

/** The job in order, then the record, then what is about the app. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label={appText.railLabel}>
      {(['job', 'record', 'app'] as const).map((group) => {
        const items = screens.filter((screen) => screen.group === group);
        return items.length === 0 ? null : (
          <ul key={group} className={styles.group} data-group={group}>
            {items.map((screen) => (
              <RailItem key={screen.id} screen={screen} />
            ))}
            {group === 'record' && (
              <li>
                <ExportEvidence />
              </li>
            )}
          </ul>
        );
      })}
    </nav>
  );
}
