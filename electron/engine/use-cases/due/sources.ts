import type { DueItem, DueKind } from '#shared/domain/due.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { dueBackups } from '../backups/due-backups.ts';
import { dueBreaches } from '../breaches/due-breaches.ts';
import { dueKeys } from '../keys/due-keys.ts';
import { dueRequests } from '../requests/due-requests.ts';
import { dueRetention } from '../retention/due-retention.ts';
import { dueConsent } from './due-consent.ts';
import { dueLaw } from './due-law.ts';
import { dueQuality } from './due-quality.ts';
import { dueReviews } from './due-reviews.ts';

/** What a source of due things is asked with. */
export interface DueContext {
  state: EngineSession;
  workspace: Workspace;
  /** ISO 8601. */
  now: string;
}

/** Something that knows what is due of one kind. */
export interface DueSource {
  kind: DueKind;
  items(context: DueContext): DueItem[] | Promise<DueItem[]>;
}

/** Everything that has a day or an hour. A further source is a further line. */
export const dueSources: readonly DueSource[] = [
  { kind: 'consent', items: ({ state }) => dueConsent(state) },
  { kind: 'review', items: ({ workspace }) => dueReviews(workspace) },
  { kind: 'quality', items: ({ state }) => dueQuality(state) },
  { kind: 'retention', items: ({ workspace, now }) => dueRetention(workspace, now) },
  { kind: 'request', items: ({ workspace, now }) => dueRequests(workspace, now) },
  { kind: 'breach', items: ({ workspace }) => dueBreaches(workspace) },
  { kind: 'key', items: ({ state }) => dueKeys(state) },
  { kind: 'backup', items: ({ workspace }) => dueBackups(workspace) },
  { kind: 'law', items: ({ state }) => dueLaw(state.today()) },
];
