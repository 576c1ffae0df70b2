import { useProfile } from '#renderer/client/queries.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { columnText as text } from '#shared/text/window/column.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './column.module.css';
import { ShapePanel } from './shape-panel.tsx';
import { ProfileHistogram } from './profile-histogram.tsx';

/**
 * Measures of one column over all rows: how full, how many values, range, and its distribution or most frequent values.
 * `masked`: nothing that belongs to one person is shown, so the shape stands for its range and values.
 */
export function ProfilePanel({ datasetId, column, masked }: { datasetId: string; column: string; masked: boolean }) {
  const { data: profile, isPending, isError, error, refetch } = useProfile(datasetId, column);
  if (isPending) return <SkeletonRows rows={5} />;
  if (isError) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  const most = Math.max(1, ...profile.top.map((entry) => entry.count));
  const filled = profile.rows - profile.nulls;
  return (
    <>
      <Section title={text.profile}>
        <Facts
          items={[
            {
              label: text.valueType,
              value: profile.dateForms.length > 1 ? text.eitherWay : text.valueTypes[profile.valueType],
              numeric: true,
            },
            { label: text.filled, value: count(filled), numeric: true },
            { label: text.nulls, value: text.nullsOf(profile.nulls, profile.rows), numeric: true },
            {
              label: text.distinct,
              value: profile.distinctIsApproximate ? text.distinctAbout(profile.distinct) : count(profile.distinct),
              numeric: true,
            },
            {
              label: text.length,
              value: filled === 0 || masked ? null : text.lengthOf(profile.minLength, profile.maxLength),
              numeric: true,
            },
            {
              label: text.range,
              value:
                masked || profile.min === null || profile.max === null ? null : text.rangeOf(profile.min, profile.max),
              numeric: true,
            },
          ]}
        />
      </Section>
      {masked && <ShapePanel datasetId={datasetId} column={column} />}
      {profile.histogram && profile.histogram.length > 1 && (
        <Section title={text.histogram}>
          <ProfileHistogram datasetId={datasetId} column={column} bins={profile.histogram} />
        </Section>
      )}
      {profile.top.length > 0 && (
        <Section title={text.top}>
          <table className={styles.top}>
            <tbody>
              {profile.top.slice(0, 10).map((entry, at) => (
                <tr key={at}>
                  <th scope="row" className={styles.topValue} title={entry.value.slice(0, 300)}>
                    {entry.value.slice(0, 120)}
                  </th>
                  <td className={styles.topBar}>
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(entry.count / most) * 100} height="8" rx="1" className={styles.mark} />
                    </svg>
                  </td>
                  <td className={styles.topCount}>{count(entry.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}
