import { useEffect, useRef } from 'react';
import { connectionState, useConnection } from '#renderer/client/connection.ts';
import { queryClient } from '#renderer/client/query-client.ts';
import { forgetWorkspace } from '#renderer/state/ui-state.ts';

/** After a restart the engine has no workspace open: whatever the window knew is asked again. */
export function useEngineLife(): void {
  const { phase, restarted } = useConnection();
  const seen = useRef(restarted);
  useEffect(() => {
    if (phase !== 'ready' || seen.current === connectionState.get().restarted) return;
    seen.current = connectionState.get().restarted;
    forgetWorkspace();
    void queryClient.resetQueries();
  }, [phase, restarted]);
}
