import { Checkbox, Text } from '@mantine/core';
import { useKeyStore } from '#renderer/client/queries.ts';
import { workspaceText as text } from '#shared/text/window/workspace.ts';

/**
 * Offers to have the passphrase remembered by the system's own key store; where there is none that really encrypts,
 * says so instead.
 */
export function RememberChoice({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const store = useKeyStore().data;
  if (!store) return null;
  if (!store.available || store.kind === 'none')
    return (
      <Text size="sm" c="dimmed">
        {text.cannotRemember}
      </Text>
    );
  return (
    <Checkbox
      label={text.remember}
      description={text.rememberWhere[store.kind]}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
