import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { readAppSettings, writeAppSettings } from '#engine/workspace/app-settings.ts';

export const settingsHandlers = (state: EngineSession) => ({
  get: os.settings.get.handler(() => readAppSettings(state.environment.profileDirectory)),
  set: os.settings.set.handler(({ input }) => writeAppSettings(state.environment.profileDirectory, input)),
});
