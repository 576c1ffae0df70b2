import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { endSittings } from '#engine/session/end-sittings.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Whoever wrote leaves the form: one entry tells what the sitting changed. None where it changed nothing. */
export const endSitting = (
  workspace: Workspace,
  which: { kind?: RecordKind | undefined; id?: string | undefined },
): { entries: number[] } => ({ entries: endSittings(workspace, which) });
