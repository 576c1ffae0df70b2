import { Button } from '@mantine/core';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { useVerification } from '#renderer/client/queries.ts';
import { goToEntry } from '#renderer/state/register-place.ts';
import { registerText as text } from '#shared/text/window/register.ts';

/** Whether the log holds; with `onlyBroken`, said only where it does not. */
export function Verified({ onlyBroken = false }: { onlyBroken?: boolean }) {
  const verification = useVerification();
  if (verification.isError)
    return <FailureNotice error={verification.error} onRetry={() => void verification.refetch()} />;
  if (!verification.data) return null;
  const { ok, entries, problems, at } = verification.data;
  if (ok)
    return onlyBroken ? null : (
      <Notice tone="pass">{[text.holds(entries, at), ...problems.map(({ detail }) => detail)].join(' ')}</Notice>
    );
  const first = problems[0];
  const { seq } = first ?? { seq: null };
  return (
    <Notice
      tone="block"
      title={text.broken(problems.length)}
      {...(seq === null ? {} : { action: <Button onClick={() => goToEntry(seq)}>{text.showEntry(seq)}</Button> })}
    >
      {first === undefined ? '' : seq === null ? text.brokenWhole(first.detail) : text.brokenAt(seq, first.detail)}
    </Notice>
  );
}
