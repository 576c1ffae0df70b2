import { Button } from '@mantine/core';
import { useState } from 'react';
import { useConnection } from '#renderer/client/connection.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { appText } from '#shared/text/window/app.ts';

/** Says when the engine died, is back, cannot be kept running, or is of another version. */
export function EngineNotice() {
  const { phase, restarted, detail } = useConnection();
  const [understood, setUnderstood] = useState(0);
  const text = appText.engine;
  if (phase === 'mismatch')
    return (
      <Notice tone="block" title={text.mismatchTitle}>
        {text.mismatch}
      </Notice>
    );
  if (phase === 'gave-up')
    return (
      <Notice tone="block" title={text.downTitle}>
        {detail || text.down}
      </Notice>
    );
  if (phase === 'died')
    return (
      <Notice tone="warn" title={text.diedTitle}>
        {text.died}
      </Notice>
    );
  if (restarted > understood)
    return (
      <Notice
        tone="warn"
        title={text.backTitle}
        action={<Button onClick={() => setUnderstood(restarted)}>{text.understood}</Button>}
      >
        {text.back}
      </Notice>
    );
  return null;
}
