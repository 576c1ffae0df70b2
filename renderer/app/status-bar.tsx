import { Tooltip, UnstyledButton } from '@mantine/core';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { useConnection } from '#renderer/client/connection.ts';
import { forgetDone, useDoneNotice } from '#renderer/client/notify.ts';
import { useRegisterSize, useVerification } from '#renderer/client/queries.ts';
import { appText } from '#shared/text/window/app.ts';
import { useShownDataset } from './shown-dataset.ts';
import styles from './status-bar.module.css';

const engineWords = {
  connecting: appText.status.connecting,
  ready: appText.status.ready,
  died: appText.status.died,
  mismatch: appText.status.down,
  'gave-up': appText.status.down,
};

/** What was done last, until the next act. */
function Done() {
  const done = useDoneNotice();
  useEffect(() => {
    const onPress = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element && target.closest('footer'))) forgetDone();
    };
    // On the way down: what a press does may say something new.
    window.addEventListener('click', onPress, true);
    return () => window.removeEventListener('click', onPress, true);
  }, []);
  return (
    <span className={styles.done} role="status">
      {done && (
        <>
          <Check size={13} aria-hidden="true" className={styles.check} />
          <span className={styles.message} title={done.message}>
            {done.message}
          </span>
        </>
      )}
      {done?.show && (
        <UnstyledButton className={styles.show} onClick={done.show.run}>
          {done.show.label}
        </UnstyledButton>
      )}
    </span>
  );
}

/** Offline · engine · size of the dataset · register, and whether this is the evaluation runtime. */
export function StatusBar() {
  const { phase } = useConnection();
  const dataset = useShownDataset();
  const verification = useVerification();
  const entries = useRegisterSize();
  return (
    <footer className={styles.bar} aria-label={appText.status.label}>
      <Tooltip label={appText.status.offlineHelp}>
        <span className={styles.part}>
          <span className={styles.dot} aria-hidden="true" />
          {appText.status.offline}
        </span>
      </Tooltip>
      <span
        className={styles.part}
        data-bad={phase === 'died' || phase === 'gave-up' || phase === 'mismatch' || undefined}
      >
        {engineWords[phase]}
      </span>
      {dataset && <span className={styles.part}>{appText.status.size(dataset.rows, dataset.columns.length)}</span>}
      {entries !== null && (
        <span className={styles.part}>
          {appText.status.register(entries)}
          {verification.data &&
            (verification.data.ok ? (
              <>, {appText.status.verified(verification.data.at)}</>
            ) : (
              <span className={styles.bad}>, {appText.status.broken}</span>
            ))}
        </span>
      )}
      <Done />
      {window.custos.runtime.evaluationRuntime && (
        <Tooltip label={appText.status.evaluationHelp} multiline maw={320}>
          <span className={styles.evaluation}>{appText.status.evaluation}</span>
        </Tooltip>
      )}
    </footer>
  );
}
