import { Button } from '@mantine/core';
import { useWorkspace } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { workspaceText } from '#shared/text/window/workspace.ts';
import { showDialog } from '#renderer/workspace/dialog-state.ts';

/** Reminds that a temporary workspace is wiped on close, and offers to keep it; says when a workspace is read-only. */
export function TemporaryBanner() {
  const { data } = useWorkspace();
  if (data?.readOnly) return <Notice>{data.role === 'reader' ? workspaceText.reader : workspaceText.readOnly}</Notice>;
  if (!data?.temporary) return null;
  return (
    <Notice action={<Button onClick={() => showDialog({ kind: 'save' })}>{workspaceText.saveEllipsis}</Button>}>
      {workspaceText.banner}
    </Notice>
  );
}
