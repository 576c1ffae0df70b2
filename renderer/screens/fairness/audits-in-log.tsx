import { Button } from '@mantine/core';
import type { AuditChoices } from '#shared/contract/fairness.ts';
import { fairnessScreenText } from '#shared/text/window/fairness.ts';
import { goToEntry } from '#renderer/state/register-place.ts';
import { Section } from '#renderer/design/section.tsx';
import styles from './fairness.module.css';

const text = fairnessScreenText.log;

/** Audits of these data, the newest first: what a release is judged by. */
export function AuditsInLog({ audits }: { audits: AuditChoices['inLog'] }) {
  if (audits.length === 0) return null;
  return (
    <Section title={text.title}>
      <ul className={styles.log}>
        {audits.toReversed().map(({ entry, at, by, outcome, groups, disparities, open }) => (
          <li key={entry}>
            <Button size="compact-sm" aria-label={text.open(entry)} onClick={() => goToEntry(entry)}>
              #{entry}
            </Button>
            <span>{text.said(outcome, groups, disparities, open)}</span>
            <span className={styles.soft}>{text.made(by, at)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
