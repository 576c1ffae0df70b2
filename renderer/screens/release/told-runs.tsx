import { useQuery } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { usePurposes } from '#renderer/client/queries.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { ToldButtons } from '#renderer/elsewhere/told-buttons.tsx';
import { count, moment } from '#shared/text/numbers.ts';
import { scriptText } from '#shared/text/script.ts';
import { toldCertificateText as said } from '#shared/text/told-certificate.ts';
import { releaseText } from '#shared/text/window/release.ts';
import { toldRunsText as text } from '#shared/text/window/told-runs.ts';
import styles from './release.module.css';

/** Runs elsewhere of which nothing but the figures came here, the newest first; nothing where there are none. */
export function ToldRuns() {
  const runs = useQuery({ queryKey: [...keys.releases, 'told'], queryFn: () => engine.elsewhere.list({}) });
  const purposes = usePurposes().data;
  if (runs.isError) return <FailureNotice error={runs.error} onRetry={() => void runs.refetch()} />;
  if (!runs.data || runs.data.length === 0) return null;
  const { engine: ranOn, purpose, rows, k, made, actions } = text.columns;
  return (
    <Section title={text.title}>
      <table className={styles.table}>
        <ColumnHeads names={[ranOn, purpose, rows, k, made, actions]} />
        <tbody>
          {runs.data.map((run) => (
            <tr key={run.releaseId}>
              <td>{scriptText.engine(run.engine)}</td>
              <td>{purposes?.find(({ id }) => id === run.purpose)?.title ?? run.purpose}</td>
              <td>{releaseText.ofRows(run.toldRowsOut, run.toldRowsIn)}</td>
              <td>{run.toldK === null ? said.unknown : count(run.toldK)}</td>
              <td>{moment(run.createdAt)}</td>
              <td>
                <ToldButtons releaseId={run.releaseId} entry={run.registerEntry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
