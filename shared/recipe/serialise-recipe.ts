import type { Recipe } from '#shared/domain/recipe-file.ts';

/**
 * The recipe as readable JSON: fixed order of the outer fields, two spaces, a final newline. What a step holds beyond
 * the known fields is kept.
 */
export function serialiseRecipe({
  format,
  formatVersion,
  purpose,
  release,
  referenceDate,
  target,
  columns,
  protect,
  steps,
}: Recipe): string {
  const ordered = steps.map(({ op, version, settings, reason, enabled, ...unknown }) => ({
    op,
    version,
    settings,
    reason,
    ...(enabled ? {} : { enabled }),
    ...unknown,
  }));
  const written = {
    format,
    formatVersion,
    purpose,
    release,
    referenceDate,
    target: { k: target.k, suppression: target.suppression },
    ...(columns === undefined ? {} : { columns }),
    ...(protect === undefined ? {} : { protect }),
    steps: ordered,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
