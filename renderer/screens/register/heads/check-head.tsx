import { Button } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { CheckedHead } from '#shared/contract/register.ts';
import { headsTabText } from '#shared/text/window/heads.ts';
import { engine } from '#renderer/client/connection.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import styles from './heads.module.css';

const text = headsTabText.check;

function Answer({ holds, sentence, seq }: CheckedHead) {
  return (
    <Notice
      tone={holds ? 'pass' : 'block'}
      title={holds ? text.holds : text.not}
      {...(seq === null ? {} : { action: <Button onClick={() => goToEntry(seq)}>{text.show(seq)}</Button> })}
    >
      {sentence}
    </Notice>
  );
}

/** Holds a head that was kept outside against the register, and says in one sentence what came of it. */
export function CheckHead() {
  const [found, setFound] = useState<CheckedHead | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    const grant = await window.custos.requestOpen({ kind: 'head' });
    if (!grant) return;
    setFound(null);
    setError(null);
    setBusy(true);
    try {
      setFound(await engine.register.checkHead({ grantId: grant.grantId }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={text.title}>
      <p className={styles.said}>{text.said}</p>
      <div className={styles.buttons}>
        <Button
          loading={busy}
          leftSection={<ShieldCheck size={14} aria-hidden="true" />}
          onClick={() => void check().catch(setError)}
        >
          {text.button}
        </Button>
      </div>
      {found !== null && <Answer {...found} />}
      {error !== null && <FailureNotice error={error} />}
    </Section>
  );
}
