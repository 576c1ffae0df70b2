import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EngineStateChange } from '#shared/contract/bridge.ts';
import { contractVersion } from '#shared/contract/engine.ts';
import { contract } from '#shared/contract/index.ts';

const os = implement(contract);
type Cancel = () => void;

/**
 * An engine on the other end of a real message port: lists nothing, imports until it is cancelled, never answers
 * `settings.get`.
 */
function engineOn(port: MessagePort, accepts = contractVersion): void {
  let stop: Cancel = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const router = {
    engine: {
      hello: os.engine.hello.handler(({ input, errors }) => {
        if (input.contractVersion !== accepts) throw errors.CONTRACT_MISMATCH({ data: { detail: 'Restart.' } });
        return { appVersion: '1', node: '24', duckdb: '1', sqlite: '3' };
      }),
    },
    workspaces: { recent: os.workspaces.recent.handler(() => []) },
    settings: { get: os.settings.get.handler(() => new Promise<never>(() => {})) },
    jobs: {
      cancel: os.jobs.cancel.handler(({ input }) => {
        stop();
        return { cancelled: input.jobId === 'job-1' };
      }),
    },
    classify: {
      run: os.classify.run.handler(async function* () {
        yield { type: 'started' as const, jobId: 'job-1' };
        yield { type: 'progress' as const, phase: 'reading', done: 1, total: 4, unit: 'rows' as const };
        await stopped;
        yield { type: 'cancelled' as const };
      }),
    },
  };
  new RPCHandler(router).upgrade(port);
  port.start();
}

let tell: (change: Partial<EngineStateChange>) => void;
let ports: MessagePort[] = [];
function giveLine(accepts?: number): void {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  engineOn(port2, accepts);
  window.dispatchEvent(
    Object.assign(new Event('message'), { source: window, data: { custos: 'port' }, ports: [port1] }),
  );
}

beforeEach(() => {
  vi.resetModules();
  const page = new EventTarget();
  vi.stubGlobal(
    'window',
    Object.assign(page, {
      custos: {
        connect: () => Promise.resolve(),
        onEngineState: (listener: (change: EngineStateChange) => void) => {
          tell = (change) => listener({ state: 'died', deaths: 1, detail: '', ...change });
          return () => {};
        },
      },
    }),
  );
});
afterEach(() => {
  for (const port of ports) port.close();
  ports = [];
  vi.unstubAllGlobals();
});

it('lets calls wait for the engine and answers them when it is there', async () => {
  const { connect, connectionState, engine } = await import('./connection.ts');
  connect();
  const early = engine.workspaces.recent({});
  expect(connectionState.get().phase).toBe('connecting');
  giveLine();
  expect(await early).toEqual([]);
  expect(connectionState.get()).toMatchObject({ phase: 'ready', versions: { node: '24' } });
});

it('fails what was under way when the engine dies, and goes on with the next one', async () => {
  const { connect, connectionState, engine } = await import('./connection.ts');
  connect();
  giveLine();
  await engine.workspaces.recent({});
  const underWay = engine.settings.get({});
  tell({ state: 'died', detail: 'It stopped.' });
  await expect(underWay).rejects.toMatchObject({ name: 'EngineLost' });
  expect(connectionState.get()).toMatchObject({ phase: 'died', restarted: 1 });
  giveLine();
  expect(await engine.workspaces.recent({})).toEqual([]);
  expect(connectionState.get().phase).toBe('ready');
});

it('takes no message for a port that another frame sent', async () => {
  const { connect, connectionState } = await import('./connection.ts');
  connect();
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  window.dispatchEvent(Object.assign(new Event('message'), { source: {}, data: { custos: 'port' }, ports: [port1] }));
  expect(connectionState.get().phase).toBe('connecting');
});

it('says so when window and engine are of different versions', async () => {
  const { connect, connectionState } = await import('./connection.ts');
  connect();
  giveLine(contractVersion + 1);
  await vi.waitFor(() => expect(connectionState.get().phase).toBe('mismatch'));
});

it('a job shows its progress, and Cancel waits for the engine to have cleaned up', async () => {
  const { connect, engine } = await import('./connection.ts');
  const { runJob, runningJobs } = await import('./use-job.ts');
  connect();
  giveLine();
  const running = runJob('Classifying people', () => engine.classify.run({ datasetId: 'd' }));
  await vi.waitFor(() =>
    expect(runningJobs()).toMatchObject([{ name: 'Classifying people', phase: 'reading', share: 0.25 }]),
  );
  await runningJobs()[0]!.cancel();
  expect(await running).toBeNull();
  expect(runningJobs()).toEqual([]);
});

it('a job ends with the engine that ran it', async () => {
  const { connect, engine } = await import('./connection.ts');
  const { runJob, runningJobs } = await import('./use-job.ts');
  connect();
  giveLine();
  const running = runJob('Classifying people', () => engine.classify.run({ datasetId: 'd' }));
  const outcome = expect(running).rejects.toMatchObject({ name: 'EngineLost' });
  await vi.waitFor(() => expect(runningJobs()[0]?.share).toBe(0.25));
  tell({ state: 'died' });
  await outcome;
  expect(runningJobs()).toEqual([]);
});
