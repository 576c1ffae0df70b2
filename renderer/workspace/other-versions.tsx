import { useQuery } from '@tanstack/react-query';
import type { OtherVersion } from '#shared/contract/workspaces.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { workspaceText } from '#shared/text/window/workspace.ts';

/** Names what a list cannot show: records that another version of Custos wrote. Nothing where there are none. */
export function OtherVersions({ kinds }: { kinds: readonly OtherVersion['kind'][] }) {
  const workspace = useWorkspace().data;
  const { data } = useQuery({
    queryKey: [...keys.otherVersions, workspace?.id],
    queryFn: () => engine.workspaces.otherVersions({}),
    enabled: Boolean(workspace),
  });
  const names = (data ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  return names.length === 0 ? null : <Notice tone="warn">{workspaceText.otherVersions(names)}</Notice>;
}
