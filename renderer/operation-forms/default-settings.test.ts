import { expect, it } from 'vitest';
import type { Operation } from '#shared/recipe/operation.ts';
import { operations } from '#shared/recipe/operations/index.ts';
import { defaultSettings } from './default-settings.ts';

it.each(operations.map((operation) => [operation.id, operation as unknown as Operation] as const))(
  '%s: a new step waits for nothing but its columns, and a text that only a person can write',
  (_id, operation) => {
    const settings = defaultSettings(operation);
    const columnFields = operation.form.filter(({ control }) => control === 'columns').map(({ setting }) => setting);
    for (const setting of columnFields) expect(settings[setting]).toEqual([]);
    const chosen: Record<string, unknown> = {
      ...settings,
      ...Object.fromEntries(columnFields.map((setting) => [setting, ['a']])),
    };
    for (const { path } of operation.settings.safeParse(chosen).error?.issues ?? []) {
      const setting = String(path[0]);
      expect([operation.form.find((field) => field.setting === setting)?.control, chosen[setting]]).toEqual([
        'text',
        '',
      ]);
      chosen[setting] = 'gold';
    }
    expect(operation.settings.safeParse(chosen).error?.issues).toBeUndefined();
    // Every setting a person can see in the form has a value to start from.
    expect(Object.keys(chosen).sort()).toEqual(operation.form.map(({ setting }) => setting).sort());
  },
);
