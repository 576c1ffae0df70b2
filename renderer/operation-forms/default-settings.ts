import type { Operation } from '#shared/recipe/operation.ts';

/**
 * Settings of a new step: the operation's own defaults, the first option where it has none, no columns yet, and nothing
 * where only a person can write a text, so that the step says what it waits for instead of changing something by itself.
 */
export function defaultSettings(operation: Operation): Record<string, unknown> {
  const candidate: Record<string, unknown> = Object.fromEntries(
    operation.form.filter(({ control }) => control === 'columns').map(({ setting }) => [setting, ['x']]),
  );
  for (const { setting, control, options } of operation.form) {
    const missing = !operation.settings.safeParse(candidate).success;
    if (!missing) break;
    if (control === 'choice' && options?.[0] && isMissing(operation, candidate, setting))
      candidate[setting] = options[0].value;
    if (control === 'mapping' && isMissing(operation, candidate, setting)) candidate[setting] = [];
    if (control === 'values') candidate[setting] = [];
    if (control === 'text' && isMissing(operation, candidate, setting)) candidate[setting] = '';
  }
  const read = operation.settings.safeParse(candidate);
  const settings: Record<string, unknown> = { ...(read.success ? read.data : candidate) };
  for (const { setting, control } of operation.form) if (control === 'columns') settings[setting] = [];
  return settings;
}

function isMissing(operation: Operation, settings: Record<string, unknown>, setting: string): boolean {
  const read = operation.settings.safeParse(settings);
  return !read.success && read.error.issues.some(({ path }) => path[0] === setting);
}
