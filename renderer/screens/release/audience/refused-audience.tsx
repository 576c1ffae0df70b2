import { guardFinding } from '#shared/domain/guardrail.ts';
import { readFailure } from '#renderer/client/failure.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { audienceText as text } from '#shared/text/window/audience.ts';
import { Item, titleOf } from '../checklist.tsx';
import { SettleButton } from '../settle-button.tsx';
import styles from '../release.module.css';

/** Why an audience was not written, and what to do. */
export function RefusedAudience({ datasetId, purpose, error }: { datasetId: string; purpose: string; error: unknown }) {
  const { findings } = readFailure(error);
  const blocking = findings
    .flatMap((finding) => guardFinding.safeParse(finding).data ?? [])
    .filter(({ verdict }) => verdict === 'block');
  return (
    <>
      {blocking.length === 0 ? (
        <FailureNotice error={error} />
      ) : (
        <>
          <Notice tone="block">{text.blocked(blocking.length)}</Notice>
          <ul className={styles.list}>
            {blocking.map((finding) => (
              <Item
                key={finding.id}
                verdict={finding.verdict}
                title={titleOf(finding.id)}
                sentence={finding.message}
                fix={finding.fix}
              >
                <SettleButton finding={finding} datasetId={datasetId} purpose={purpose} />
              </Item>
            ))}
          </ul>
        </>
      )}
      <Notice>{text.failed}</Notice>
    </>
  );
}
