import { Button } from '@mantine/core';
import type { MadeAuditShown } from '#shared/contract/fairness.ts';
import { auditColumns } from '#shared/fairness/written-audit.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { fairnessScreenText as text } from '#shared/text/window/fairness.ts';
import { goToEntry } from '#renderer/state/register-place.ts';
import styles from './fairness.module.css';
import { GroupingPart } from './grouping-part.tsx';

/** What was measured: the question, then each column of groups, then what to know of the numbers. */
export function AuditResult({ made: { audit, entry, at } }: { made: MadeAuditShown }) {
  const { outcome, label } = audit;
  return (
    <section aria-label={text.result}>
      <p className={styles.question}>
        <strong>{text.chosenOf(outcome, audit.people)}</strong>
        {label !== null && <span>{text.labelOf(label)}</span>}
        <span className={styles.soft}>{text.auditOnly(auditColumns(audit))}</span>
        <Button size="compact-sm" onClick={() => goToEntry(entry)}>
          {text.entry(entry, at)}
        </Button>
      </p>
      {audit.groupings.map((grouping) => (
        <GroupingPart key={JSON.stringify([entry, grouping.columns])} audit={audit} grouping={grouping} />
      ))}
      <h2 className={styles.heading}>{text.limits}</h2>
      <ul className={styles.notes}>
        {[fairnessText.tested(audit.tested), ...audit.notes].map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
