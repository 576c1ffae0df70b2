import type { AudienceRehearsal } from '#shared/contract/audiences.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { audienceText as text } from '#shared/text/window/audience.ts';
import { count } from '#shared/text/numbers.ts';
import { FindingList, Item } from '../checklist.tsx';
import styles from '../release.module.css';
import { SettleButton } from '../settle-button.tsx';
import own from './audience.module.css';

/** Who is left out, by why, each row once. */
function LeftOut({ excluded }: { excluded: AudienceRehearsal['excluded'] }) {
  if (excluded.length === 0) return <p className={styles.soft}>{text.nobodyLeftOut}</p>;
  return (
    <table className={styles.table} aria-label={text.leftOut}>
      <thead>
        <tr>
          <th scope="col">{text.whyLeftOut}</th>
          <th scope="col" className={styles.number}>
            {text.rows}
          </th>
        </tr>
      </thead>
      <tbody>
        {excluded.map(({ why, rows }) => (
          <tr key={why}>
            <td>{why}</td>
            <td className={styles.number}>{count(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the audience would stand: who is in it, who is not and why, whether it is large enough, what blocks it. */
export function RehearsalView({
  datasetId,
  purpose,
  rehearsal,
}: {
  datasetId: string;
  /** Id or code. */
  purpose: string;
  rehearsal: AudienceRehearsal;
}) {
  const { audience, rowsIn, rowsOut, excluded, findings, refused } = rehearsal;
  const least = audience.smallest?.people ?? null;
  const blocking = findings.filter(({ verdict }) => verdict === 'block').length;
  const enough = least === null || rowsOut >= least;
  return (
    <Section title={text.before}>
      {blocking > 0 && <Notice tone="block">{text.blocked(blocking)}</Notice>}
      {blocking === 0 && enough && refused !== null && (
        <Notice tone="block" title={text.refused}>
          {refused.sentence}
        </Notice>
      )}
      <p className={own.inIt}>
        {text.inIt}: <strong>{text.inItOf(rowsOut, rowsIn)}</strong>
      </p>
      <LeftOut excluded={excluded} />
      <FindingList
        findings={findings}
        head={
          <Item
            verdict={enough && least !== null ? 'pass' : enough ? 'warn' : 'block'}
            state={least === null ? 'not-stated' : undefined}
            title={text.smallestTitle}
            sentence={
              least === null
                ? text.noLeast(audience.label)
                : (enough ? text.enough : text.tooFew)(audience.label, rowsOut, least)
            }
          />
        }
        beside={(finding) => <SettleButton finding={finding} datasetId={datasetId} purpose={purpose} />}
      />
    </Section>
  );
}
