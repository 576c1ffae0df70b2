import { join } from 'node:path';
import { settingsShape, type Settings } from '#shared/contract/settings.ts';
import { readJson, writeJson } from '../workspace-folder/json-file.ts';
import { makeFolder } from '../workspace-folder/make-folder.ts';

const usual: Settings = { theme: 'system' };
const fileIn = (profileDirectory: string): string => join(profileDirectory, 'settings.json');

const storedFields = (profileDirectory: string): Record<string, unknown> => {
  const value = readJson(fileIn(profileDirectory));
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
};

/** Settings of this account; each one that is missing or not understood has its usual value. */
export function readAppSettings(profileDirectory: string): Settings {
  const stored = storedFields(profileDirectory);
  const theme = settingsShape.shape.theme.safeParse(stored.theme);
  return { theme: theme.success ? theme.data : usual.theme };
}

/** Changes some settings; fields that a newer Custos wrote are kept. Returns the settings as they now are. */
export function writeAppSettings(profileDirectory: string, change: Partial<Settings>): Settings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  makeFolder(profileDirectory);
  writeJson(fileIn(profileDirectory), {
    ...storedFields(profileDirectory),
    ...readAppSettings(profileDirectory),
    ...given,
  });
  return readAppSettings(profileDirectory);
}
