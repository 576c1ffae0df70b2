import { useWorkspace } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { homeText } from '#shared/text/window/home.ts';
import { useStart } from '#renderer/workspace/workspace-actions.ts';
import { EmptyHome } from './empty-home.tsx';
import { WorkspaceHome } from './workspace-home.tsx';

/** The first screen: how to begin, or what to do next. */
export function HomeScreen() {
  const workspace = useWorkspace();
  const { decided, opening } = useStart();
  if (workspace.isPending) return <SkeletonRows />;
  if (workspace.isError) return <FailureNotice error={workspace.error} onRetry={() => void workspace.refetch()} />;
  if (!workspace.data && !decided)
    return <SkeletonRows {...(opening === '' ? {} : { label: homeText.opening(opening) })} />;
  return workspace.data ? <WorkspaceHome workspace={workspace.data} /> : <EmptyHome />;
}
