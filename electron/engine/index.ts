import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { createEngine } from './create-engine.ts';
import { engineEnvironment } from './engine-environment.ts';
import { processChannel } from './transport/process-channel.ts';
import { remoteDesktop } from './transport/remote-desktop.ts';
import { remoteKeyStore } from './transport/remote-key-store.ts';
import { endForGood } from './transport/end-for-good.ts';
import { serve } from './transport/serve.ts';
import { wipeOwnWorkDirectories } from './workspace/work-directory.ts';

/**
 * Entry of the engine's own process: Electron's utility process, or a Node child process where the runtime is too old
 * for it.
 */
const { values } = parseArgs({
  options: { 'profile-directory': { type: 'string' }, 'work-root': { type: 'string' }, resources: { type: 'string' } },
  strict: false,
});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const given = {
  profileDirectory: text(values['profile-directory']),
  workRoot: text(values['work-root']),
  resourcesDirectory: text(values.resources),
};
const channel = processChannel();
const environment = engineEnvironment({
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  keyStore: remoteKeyStore(channel),
  desktop: remoteDesktop(channel),
});
// However this process ends, as long as it can: nothing stays in the clear.
process.on('exit', () => wipeOwnWorkDirectories(environment.workRoot));
const close = serve(createEngine(environment), channel);
const end = (): void => endForGood(close, () => wipeOwnWorkDirectories(environment.workRoot));
channel.onClose(end);
// A second signal changes nothing: by its default action it would end the process before anything is wiped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// Node keeps what it compiled at an orderly exit, and this process is always killed at its end: the next start would be
// no quicker.
setTimeout(() => flushCompileCache(), 4_000).unref();
