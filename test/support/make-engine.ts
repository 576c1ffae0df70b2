import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createRouterClient } from '@orpc/server';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import { createEngine, type Engine } from '#engine/create-engine.ts';
import type { EngineEnvironment } from '#engine/engine-environment.ts';
import type { FromEngine, ToEngine } from '#shared/contract/control.ts';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { serve } from '#engine/transport/serve.ts';

export type Client = ContractRouterClient<Contract>;

export interface TestEngine {
  engine: Engine;
  client: Client;
  directory: string;
  path(name: string): string;
  close(): Promise<void>;
}

export const transports = ['in memory', 'message port'] as const;
export type Transport = (typeof transports)[number];

/** An engine with folders of its own and cheap passphrases, reached directly or over the bridged message port that a window uses. */
export function makeEngine(transport: Transport = 'in memory', overrides: Partial<EngineEnvironment> = {}): TestEngine {
  const directory = mkdtempSync(join(tmpdir(), 'custos-engine-'));
  const engine = createEngine({
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    profileDirectory: join(directory, 'profile'),
    workRoot: join(directory, 'work'),
    resourcesDirectory: resolve(import.meta.dirname, '../../resources'),
    appVersion: '0.0.0-test',
    keyStore: noKeyStore,
    desktop: noDesktop,
    passphraseCost: 4,
    ...overrides,
  });
  const { client, disconnect } =
    transport === 'in memory'
      ? { client: createRouterClient(engine.router, { context: {} }), disconnect: () => {} }
      : bridgedClient(engine);
  return {
    engine,
    client,
    directory,
    path: (name) => join(directory, name),
    close: async () => {
      disconnect();
      await engine.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function bridgedClient(engine: Engine): { client: Client; disconnect: () => void } {
  let toEngine: (message: ToEngine) => void = () => {};
  const { port1: page, port2: shell } = new MessageChannel();
  serve(engine, {
    send: (message: FromEngine) => {
      // Structured clone, as between processes: what cannot cross a port must fail here too.
      if (message.control === 'data') shell.postMessage(message.payload);
    },
    onMessage: (listener) => (toEngine = listener),
    onClose: () => {},
  });
  shell.on('message', (payload: unknown) => toEngine({ control: 'data', connectionId: 'window', payload }));
  toEngine({ control: 'connect', connectionId: 'window' });
  const client: Client = createORPCClient(new RPCLink({ port: page }));
  page.start();
  return {
    client,
    disconnect: () => {
      toEngine({ control: 'disconnect', connectionId: 'window' });
      page.close();
      shell.close();
    },
  };
}

/** Follows a job to its result; fails on anything else. */
export async function follow<T>(job: Promise<AsyncIterable<JobEvent<T>>>): Promise<T> {
  for await (const event of await job) {
    if (event.type === 'result') return event.value;
    if (event.type === 'cancelled') throw new Error('The job was cancelled.');
  }
  throw new Error('The job ended without a result.');
}
