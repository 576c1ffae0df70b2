import { os } from '#engine/dispatch/builder.ts';
import type { EngineState } from '#engine/state/engine-state.ts';
import { readAppSettings, writeAppSettings } from '#engine/workspace/app-settings.ts';

export const settingsHandlers = (state: EngineState) => ({
  get: os.settings.get.handler(() => readAppSettings(state.environment.profileDirectory)),
  set: os.settings.set.handler(({ input }) => writeAppSettings(state.environment.profileDirectory, input)),
});
