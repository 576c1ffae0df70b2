import { createHash } from 'node:crypto';
import { purposes } from '#shared/purposes/index.ts';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

export const purposesHandlers = (state: EngineSession) => ({
  /** Presets in order, each replaced by the workspace's own version of it, then further own purposes. */
  list: os.purposes.list.handler(() => {
    const own = new Map((state.workspace?.catalog.purposes.list() ?? []).map((purpose) => [purpose.id, purpose]));
    const presets = purposes.map((preset) => own.get(preset.id) ?? preset);
    const presetIds = new Set(purposes.map(({ id }) => id));
    return [...presets, ...[...own.values()].filter(({ id }) => !presetIds.has(id))];
  }),
  save: os.purposes.save.handler(({ input }) => {
    const workspace = state.requireWorkspace();
    const sha256 = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    workspace.transaction(() => {
      workspace.catalog.purposes.save(input);
      workspace.register.append({
        kind: 'purpose.saved',
        subjectRef: input.id,
        payload: {
          purposeId: input.id,
          title: input.title,
          sha256,
          lawfulBases: input.lawfulBases.map(({ basis }) => basis),
          retentionDays: input.retentionDays,
          targeting: input.targeting,
          recordSha256: workspace.catalog.held.hashOf('purpose', input.id),
        },
      });
    });
    return input;
  }),
});
