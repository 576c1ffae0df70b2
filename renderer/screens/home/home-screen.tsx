import { useWorkspace } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { EmptyHome } from './empty-home.tsx';
import { WorkspaceHome } from './workspace-home.tsx';

/** The first screen: how to begin, or what to do next. */
export function HomeScreen() {
  const workspace = useWorkspace();
  if (workspace.isPending) return <SkeletonRows />;
  if (workspace.isError) return <FailureNotice error={workspace.error} onRetry={() => void workspace.refetch()} />;
  return workspace.data ? <WorkspaceHome workspace={workspace.data} /> : <EmptyHome />;
}
