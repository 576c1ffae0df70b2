import { Checkbox } from '@mantine/core';
import { workspaceText as text } from '#shared/text/window/workspace.ts';

/** Offered once the engine found a new passphrase easy to guess, and kept while it is ticked. */
export function WeakChoice({
  error,
  checked,
  onChange,
}: {
  error: unknown;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  if (!checked && (error as { code?: unknown } | null)?.code !== 'PASSPHRASE_WEAK') return null;
  return (
    <Checkbox label={text.weakAccepted} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
  );
}
