import type { Purpose } from '#shared/domain/purpose.ts';
import { purposes } from '#shared/purposes/index.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Presets in order, each replaced by the workspace's own version of it, then further own purposes. */
export function listPurposes(state: EngineSession): Purpose[] {
  const own = new Map((state.workspace?.catalog.purposes.list() ?? []).map((purpose) => [purpose.id, purpose]));
  const presets = purposes.map((preset) => own.get(preset.id) ?? preset);
  const presetIds = new Set(purposes.map(({ id }) => id));
  return [...presets, ...[...own.values()].filter(({ id }) => !presetIds.has(id))];
}
