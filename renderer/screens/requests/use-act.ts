import { useState } from 'react';
import type { RequestAct, RequestView } from '#shared/contract/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

/** What a step of a request makes out of date. */
export const refreshRequests = (): Promise<void> => refresh(keys.requests, keys.register, keys.verification);

/** Takes steps of one request, one at a time; `then` runs after a step that was kept. */
export function useAct({ id }: RequestView) {
  const [busy, setBusy] = useState(false);
  const act = (step: RequestAct, then: () => void = () => {}): void =>
    void guarded(async () => {
      setBusy(true);
      try {
        const { registerEntry } = await engine.requests.act({ id, act: step });
        await refreshRequests();
        if (registerEntry !== null) notifyDone(text.entered(registerEntry));
        then();
      } finally {
        setBusy(false);
      }
    });
  return { act, busy };
}

/** What every stage is given. */
export interface StageProps {
  view: RequestView;
  /** Nothing can be changed: the request is answered, or the workspace is read only. */
  locked: boolean;
}
