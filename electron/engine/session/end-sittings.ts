import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/**
 * Ends sittings at drafts: one entry each tells which fields were changed, and holds the draft from then on.
 * @param which of one record or kind; absent: all
 * @param options `fromLog`: nobody sat there, the program wrote what the log says
 * @returns numbers of the entries
 */
export function endSittings(
  workspace: Workspace,
  which: { kind?: RecordKind | undefined; id?: string | undefined } = {},
  { fromLog = false }: { fromLog?: boolean } = {},
): number[] {
  const { records, held } = workspace.catalog;
  const sittings = records.sittings(which);
  if (sittings.length === 0) return [];
  return workspace.transaction(() =>
    sittings.map(({ kind, id, ref, version, by, fields, reason }) => {
      records.endSitting(kind, id);
      const recordSha256 = held.hashOf('record_draft', kind, id);
      const told = fromLog ? { fromLog: true as const } : {};
      const payload = { recordKind: kind, recordId: id, ref, version, by, ...told, fields, reason, recordSha256 };
      return workspace.register.append({ kind: 'record.drafted', subjectRef: id, payload }).seq;
    }),
  );
}
