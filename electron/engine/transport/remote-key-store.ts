import { randomUUID } from 'node:crypto';
import type { KeyStoreAnswer, KeyStoreRequest } from '#shared/contract/control.ts';
import type { KeyStore } from '#engine/key-store/key-store.ts';
import type { ControlChannel } from './control-channel.ts';

/**
 * The system's key store, asked over the control channel to the main process: no window's port carries what is said
 * here. A store that fails counts as one that keeps nothing.
 */
export function remoteKeyStore(channel: ControlChannel): KeyStore {
  const waiting = new Map<string, (answer: KeyStoreAnswer) => void>();
  channel.onMessage((message) => {
    if (message.control !== 'key-store-answer') return;
    waiting.get(message.requestId)?.(message.answer);
    waiting.delete(message.requestId);
  });
  const ask = (request: KeyStoreRequest): Promise<KeyStoreAnswer> =>
    new Promise((resolve) => {
      const requestId = randomUUID();
      waiting.set(requestId, resolve);
      channel.send({ control: 'key-store', requestId, request });
    });
  return {
    status: async () => {
      const answer = await ask({ act: 'status' });
      return 'status' in answer ? answer.status : { available: false, kind: 'none' };
    },
    get: async (workspaceId) => {
      const answer = await ask({ act: 'get', workspaceId });
      return 'secret' in answer ? answer.secret : null;
    },
    set: async (workspaceId, secret) => 'done' in (await ask({ act: 'set', workspaceId, secret })),
    forget: async (workspaceId) => void (await ask({ act: 'forget', workspaceId })),
    list: async () => {
      const answer = await ask({ act: 'list' });
      return 'workspaceIds' in answer ? answer.workspaceIds : [];
    },
  };
}
