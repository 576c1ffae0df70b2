import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineStateChange } from '#shared/contract/bridge.ts';
import type { FromEngine, KeyStoreRequest, ToEngine } from '#shared/contract/control.ts';
import type { EngineProcessEvents } from './engine-process.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { restartDelay } from './restart-delay.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ready: FromEngine = { control: 'ready', workPrefix: '/cache/work.7.a-1-b-5.' };
const grant: ToEngine = { control: 'grant', grantId: 'g', path: '/data.csv', use: 'read' };

function setUp() {
  const engines: { events: EngineProcessEvents; sent: ToEngine[]; killed: boolean }[] = [];
  const states: EngineStateChange[] = [];
  const asked: KeyStoreRequest[] = [];
  const wiped: string[] = [];
  const supervisor = new EngineSupervisor({
    start: (events) => {
      const engine = { events, sent: [] as ToEngine[], killed: false };
      engines.push(engine);
      return {
        pid: engines.length,
        send: (message) => void engine.sent.push(message),
        kill: () => void (engine.killed = true),
      };
    },
    now: () => Date.now(),
    replay: () => [grant],
    onState: (change) => states.push(change),
    onData: () => {},
    onDesktop: () => Promise.resolve({ failed: true }),
    onKeyStore: (request) => {
      asked.push(request);
      return Promise.resolve({ secret: 'kept' });
    },
    wipe: async (prefix) => void wiped.push(prefix),
  });
  return { supervisor, engines, states, asked, wiped };
}

test('an engine that dies is followed by one that knows the grants', () => {
  const { supervisor, engines, states } = setUp();
  supervisor.start();
  engines[0]!.events.onMessage(ready);
  engines[0]!.events.onExit('it was stopped by SIGKILL');
  expect(states.at(-1)).toMatchObject({ state: 'died', deaths: 1, detail: expect.stringContaining('SIGKILL') });
  vi.advanceTimersByTime(1);
  engines[1]!.events.onMessage(ready);
  expect(states.map(({ state }) => state)).toEqual(['ready', 'died', 'ready']);
  expect(engines[1]!.sent).toEqual([grant]);
});

test('what a dead engine still says is not believed', () => {
  const { supervisor, engines, states } = setUp();
  supervisor.start();
  engines[0]!.events.onExit('x');
  engines[0]!.events.onMessage(ready);
  expect(states.at(-1)?.state).toBe('died');
});

test('what the key store says is told to the engine that asked, and to no later one', async () => {
  const { supervisor, engines, asked } = setUp();
  supervisor.start();
  engines[0]!.events.onMessage(ready);
  engines[0]!.events.onMessage({ control: 'key-store', requestId: 'r1', request: { act: 'get', workspaceId: 'w' } });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([{ act: 'get', workspaceId: 'w' }]);
  expect(engines[0]!.sent.at(-1)).toEqual({ control: 'key-store-answer', requestId: 'r1', answer: { secret: 'kept' } });

  engines[0]!.events.onMessage({ control: 'key-store', requestId: 'r2', request: { act: 'get', workspaceId: 'w' } });
  engines[0]!.events.onExit('it was stopped by SIGKILL');
  await vi.advanceTimersByTimeAsync(1);
  expect([...engines[0]!.sent, ...engines[1]!.sent]).not.toContainEqual(expect.objectContaining({ requestId: 'r2' }));
});

test('an engine that cannot live is given up with a sentence, and only after several tries', () => {
  const { supervisor, engines, states } = setUp();
  supervisor.start();
  for (let death = 0; states.at(-1)?.state !== 'gave-up'; death += 1) {
    engines[death]!.events.onExit('it ended with status 1');
    vi.advanceTimersByTime(10_000);
    if (death > 20) throw new Error('never gives up');
  }
  expect(engines.length).toBeGreaterThan(3);
  expect(states.at(-1)?.detail).toContain('Close Custos and start it again');
});

test('deaths long ago do not count', () => {
  const now = 10_000_000;
  expect(restartDelay([1, 2, 3, 4, 5, 6, now], now)).toBe(0);
  expect(restartDelay([now, now, now, now, now], now)).toBeNull();
});

test('stopping lets the engine finish, and is not a death', async () => {
  const { supervisor, engines, states } = setUp();
  supervisor.start();
  engines[0]!.events.onMessage(ready);
  const stopped = supervisor.stop();
  expect(engines[0]!.sent.at(-1)).toEqual({ control: 'stop' });
  expect(engines[0]!.killed).toBe(false);
  engines[0]!.events.onMessage({ control: 'stopped' });
  engines[0]!.events.onExit('it ended with status 0');
  await stopped;
  expect(states.at(-1)?.state).toBe('ready');
});

test('an engine that does not answer is ended all the same, and what it left is removed once it is gone', async () => {
  const { supervisor, engines, wiped } = setUp();
  supervisor.start();
  engines[0]!.events.onMessage(ready);
  const stopped = supervisor.stop();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(engines[0]!.killed).toBe(true);
  expect(wiped).toEqual([]);
  engines[0]!.events.onExit('it was stopped by SIGKILL');
  await stopped;
  expect(wiped).toEqual(['/cache/work.7.a-1-b-5.']);
});

test('what a crashed engine left is removed while the app lives on, also when no other engine follows', async () => {
  const { supervisor, engines, states, wiped } = setUp();
  supervisor.start();
  for (let at = 0; states.at(-1)?.state !== 'gave-up'; at += 1) {
    engines[at]!.events.onMessage(ready);
    engines[at]!.events.onExit('x');
    await vi.advanceTimersByTimeAsync(5_000);
  }
  expect(wiped).toHaveLength(engines.length);
});
