import type { Database } from 'better-sqlite3';
import { policyOverride, type PolicyOverride } from '#shared/domain/policy-override.ts';
import { settingsRepository } from './settings.ts';

/** What the names of their settings begin with. */
const prefix = 'policy-override:';

export const overrideSetting = (key: string): string => `${prefix}${key}`;
/** The key of the overridden row, null where the setting is another one. */
export const overriddenKey = (setting: string): string | null =>
  setting.startsWith(prefix) ? setting.slice(prefix.length) : null;
/** An override as its setting holds it: one text per value, which the log is held against. */
export const storedOverride = ({ key, value, reason, by, at }: PolicyOverride): string =>
  JSON.stringify({ key, value, reason, by, at });

/** What a workspace sets in place of policy rows, a setting each. */
export function policyOverridesRepository(db: Database) {
  const settings = settingsRepository(db);
  return {
    /** By key. One that cannot be read counts as none: it is not what the log says, and no release goes by it. */
    list: (): PolicyOverride[] =>
      settings.named(prefix).flatMap(({ value }) => {
        const parsed = policyOverride.safeParse(parsedJson(value));
        return parsed.success ? [parsed.data] : [];
      }),
    /** Whether there is one, readable or not. */
    has: (key: string): boolean => settings.get(overrideSetting(key)) !== null,
    set: (override: PolicyOverride): void => settings.set(overrideSetting(override.key), storedOverride(override)),
    remove: (key: string): void => settings.remove(overrideSetting(key)),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
