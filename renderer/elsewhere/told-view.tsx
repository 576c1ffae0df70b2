import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { toldCertificate as schema, type ToldCertificate } from '#shared/certificate/told-certificate.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { listed, moment } from '#shared/text/numbers.ts';
import { toldCertificateText as said } from '#shared/text/told-certificate.ts';
import { releaseText } from '#shared/text/window/release.ts';
import { toldRunsText as text } from '#shared/text/window/told-runs.ts';
import styles from './told.module.css';

/** The figures, each as it was told. */
function Figures({ made: { elsewhere, counted, leftOut } }: { made: ToldCertificate }) {
  return (
    <Section title={said.figures}>
      <table className={styles.table}>
        <ColumnHeads names={[said.figure, said.ofColumn, said.value]} />
        <tbody>
          {elsewhere.told.map(({ figure, column, value }, at) => (
            <tr key={`${figure}-${column ?? ''}-${at}`}>
              <td>{said.figureName(figure)}</td>
              <td>{column ?? said.wholeRun}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Facts
        items={[
          { label: said.counted, value: counted.length === 0 ? text.none : listed(counted) },
          { label: said.leftOut, value: said.share(leftOut.share, leftOut.limit) },
        ]}
      />
    </Section>
  );
}

function Sentences({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <Section title={title}>
      {items.map((sentence) => (
        <p key={sentence} className={styles.sentence}>
          {sentence}
        </p>
      ))}
    </Section>
  );
}

/** What a certificate of figures says; no part of it is green. */
function Body({ releaseId }: { releaseId: string }) {
  const found = useQuery({
    queryKey: [...keys.releases, 'told', releaseId],
    queryFn: () => engine.elsewhere.certificate({ releaseId }),
  });
  if (found.isError) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={10} />;
  const { success, data: made } = schema.safeParse(found.data.certificate);
  if (!success) return <Notice tone="block">{said.broken}</Notice>;
  const { elsewhere, createdAt, operator, recipient, signature } = made;
  return (
    <>
      <Notice tone="warn" title={said.mark}>
        {made.statement}
      </Notice>
      {found.data.signatureValid ? <Notice>{said.signed}</Notice> : <Notice tone="block">{said.broken}</Notice>}
      <Figures made={made} />
      <Sentences
        title={said.notRecomputedName}
        items={elsewhere.notRecomputed.map((what) => said.notRecomputed[what])}
      />
      <Sentences title={said.heldName} items={elsewhere.held.map((what) => said.held[what])} />
      <Section title={said.source}>
        <Facts
          items={[
            { label: said.checks, value: elsewhere.checks.name },
            { label: releaseText.facts.sha, value: <span className={styles.hash}>{elsewhere.checks.sha256}</span> },
            { label: releaseText.columns.recipient, value: recipient ?? releaseText.notNamed },
            { label: releaseText.facts.made, value: moment(createdAt) },
            { label: releaseText.certificate.operator, value: operator },
            { label: releaseText.certificate.key, value: <span className={styles.hash}>{signature.keyId}</span> },
          ]}
        />
      </Section>
    </>
  );
}

/** The certificate of figures that another engine told, with its signature checked. */
export function ToldView({ releaseId, entry, onClose }: { releaseId: string; entry: number; onClose(): void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={820}
      title={text.readOf(entry)}
      closeButtonProps={{ 'aria-label': releaseText.certificate.close }}
    >
      <Body releaseId={releaseId} />
    </Modal>
  );
}
