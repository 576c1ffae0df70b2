import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import '#shared/contract/bridge.ts';
import { contractVersion } from '#shared/contract/engine.ts';
import { lengthOf, longestMessage } from '#shared/contract/port-bounds.ts';
import { failureText } from '#shared/text/window/failures.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { readFailure } from './failure.ts';

export type EngineClient = ContractRouterClient<Contract>;

/** Where the window stands with its engine. `restarted` counts engines that died while this window was open. */
export interface ConnectionState {
  phase: 'connecting' | 'ready' | 'died' | 'mismatch' | 'gave-up';
  restarted: number;
  versions: { appVersion: string; node: string; duckdb: string; sqlite: string } | null;
  /** The shell's own sentence when the engine cannot be kept running. */
  detail: string;
}

const state = createStore<ConnectionState>({ phase: 'connecting', restarted: 0, versions: null, detail: '' });
export const useConnection = (): ConnectionState => useStore(state, (now) => now);
export const connectionState = state;

/** Raised in every call that was under way when the engine died. */
export class EngineLost extends Error {
  constructor() {
    super(failureText.ENGINE_LOST.title);
    this.name = 'EngineLost';
  }
}

interface Line {
  link: ClientLink<Record<never, never>>;
  lost: Promise<never>;
}
let line: Promise<Line>;
let openLine: (line: Line) => void;
let dropLine: (reason: Error) => void = () => {};
const awaitLine = (): void => {
  line = new Promise((resolve) => {
    openLine = resolve;
  });
};
awaitLine();

/** Fails as soon as the engine that is answering now dies; never resolves. */
export const engineLoss = async (): Promise<never> => (await line).lost;

/**
 * The engine, by area and method, as the contract declares it. Calls made before the engine has answered wait for it;
 * calls under way when it dies fail with `EngineLost`.
 */
export const engine: EngineClient = createORPCClient<EngineClient>({
  async call(path, input, options) {
    const { link, lost } = await line;
    return Promise.race([link.call(path, input, options), lost]);
  },
} satisfies ClientLink<Record<never, never>>);

/** A call that is longer than the line carries fails here, where it can be told: past this nobody would hear it. */
function inBounds(port: MessagePort): Pick<MessagePort, 'addEventListener' | 'postMessage'> {
  return {
    addEventListener: port.addEventListener.bind(port),
    postMessage: (message: unknown) => {
      if (lengthOf(message) > longestMessage) throw new ORPCError('BAD_REQUEST');
      port.postMessage(message);
    },
  };
}

async function adopt(port: MessagePort): Promise<void> {
  // A port without its predecessor having been reported lost (a reconnect): what it owed will not come any more.
  dropLine(new EngineLost());
  if (state.get().phase !== 'connecting') awaitLine();
  const link = new RPCLink<Record<never, never>>({ port: inBounds(port) });
  port.start();
  const lost = new Promise<never>((_, reject) => {
    dropLine = reject;
  });
  lost.catch(() => {});
  try {
    const probe = createORPCClient<EngineClient>({
      call: (path, input, options) => Promise.race([link.call(path, input, options), lost]),
    } satisfies ClientLink<Record<never, never>>);
    const versions = await probe.engine.hello({ contractVersion });
    openLine({ link, lost });
    state.set({ phase: 'ready', versions });
  } catch (error) {
    if (!(error instanceof EngineLost))
      state.set({ phase: readFailure(error).code === 'CONTRACT_MISMATCH' ? 'mismatch' : 'died' });
  }
}

/** Asks the shell for a port to the engine and follows its life: a new port arrives after each restart. */
export function connect(): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source === window && (event.data as { custos?: unknown } | null)?.custos === 'port' && port)
      void adopt(port);
  });
  window.custos.onEngineState((change) => {
    if (change.state !== 'died' && change.state !== 'gave-up') return;
    dropLine(new EngineLost());
    awaitLine();
    state.set((now) => ({
      phase: change.state === 'died' ? 'died' : 'gave-up',
      restarted: now.restarted + 1,
      versions: null,
      detail: change.detail,
    }));
  });
  void window.custos.connect();
}
