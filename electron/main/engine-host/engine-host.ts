import { app, BrowserWindow, safeStorage } from 'electron';
import { join } from 'node:path';
import { shellChannels, type EngineStateChange } from '#shared/contract/bridge.ts';
import type { ToEngine } from '#shared/contract/control.ts';
import { answerDesktop } from '#main/desktop/answer-desktop.ts';
import { RememberedPassphrases } from '#main/key-store/remembered-passphrases.ts';
import { answer } from '#main/security/trusted-sender.ts';
import { resourcesFolder, unpackedFolder } from '#main/runtime/runtime.ts';
import { startEngineProcess } from './choose-host.ts';
import { WindowLines } from './connect-window.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { wipeWorkingFiles } from './working-files.ts';

const nothing = (raw: unknown): true | null => (raw === undefined ? true : null);

/** A test's or a portable installation's own data folder holds the engine's data too. */
function engineArguments(): string[] {
  const own = process.env.CUSTOS_USER_DATA;
  return [
    ...(own ? ['--profile-directory', join(own, 'profile'), '--work-root', join(own, 'work')] : []),
    '--resources',
    resourcesFolder(),
  ];
}

function engineEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(app.getPath('userData'), 'compile-cache') };
  // Switches meant for Electron or for a developer's Node are not the engine's.
  for (const name of Object.keys(env))
    if (name === 'NODE_OPTIONS' || name.startsWith('ELECTRON_')) delete (env as NodeJS.ProcessEnv)[name];
  return env;
}

/**
 * Starts the engine and answers the windows that want a line to it.
 *
 * @param replay grants of this session, which an engine started later must learn too
 */
export function hostEngine(replay: () => ToEngine[]): EngineSupervisor {
  const remembered = new RememberedPassphrases(
    safeStorage,
    process.platform,
    join(app.getPath('userData'), 'remembered-passphrases.json'),
  );
  const supervisor = new EngineSupervisor({
    start: (events) =>
      startEngineProcess(
        {
          entry: join(unpackedFolder(), 'dist', 'engine', 'index.mjs'),
          args: engineArguments(),
          env: engineEnvironment(),
        },
        events,
      ),
    now: () => Date.now(),
    replay,
    onState: (change) => {
      // The window hears of the death before its line is cut, and of the new engine before its new line.
      broadcast(change);
      if (change.state === 'ready') lines.openAll();
      else lines.closeAll();
    },
    onData: (connectionId, payload) => lines.deliver(connectionId, payload),
    onKeyStore: (request) => remembered.answer(request),
    onDesktop: answerDesktop,
    wipe: wipeWorkingFiles,
  });
  const lines = new WindowLines((message) => supervisor.send(message));
  answer(shellChannels.watchEngine, nothing, () => supervisor.state);
  answer(shellChannels.connect, nothing, (_input, window) => {
    lines.want(window.webContents);
    if (supervisor.state.state === 'ready') lines.open(window.webContents);
  });
  return supervisor;
}

function broadcast(change: EngineStateChange): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(shellChannels.engineState, change);
}
