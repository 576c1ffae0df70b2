import { recordViews, type RecordView } from '#shared/domain/record-view.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

const setting = 'record-views';

/** Narrowed lists that people keep in the workspace. What cannot be read, of a later program, counts as none. */
export function readViews({ catalog }: Workspace): RecordView[] {
  try {
    const read = recordViews.safeParse(JSON.parse(catalog.settings.get(setting) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Keeps them all, those that were there before in their new order. @throws Failure ROLE_REFUSED, WORKSPACE_READ_ONLY */
export function writeViews(workspace: Workspace, views: RecordView[]): RecordView[] {
  workspace.operators.requireMay('record.drafted');
  workspace.catalog.settings.set(setting, JSON.stringify(views));
  return readViews(workspace);
}
