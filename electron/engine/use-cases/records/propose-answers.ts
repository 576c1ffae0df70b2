import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { valueOf, valuesOf } from '#shared/register/answer.ts';
import { declaredOf } from '#shared/register/compare/declared.ts';
import { purposeTitle } from '#shared/register/declared-uses.ts';
import { fromLog } from '#shared/register/proposals/from-log.ts';
import { mergeProposal, type Proposal } from '#shared/register/proposals/merge-proposal.ts';
import { proposalsOfImport } from '#shared/register/proposals/of-import.ts';
import { proposalsOfJoin } from '#shared/register/proposals/of-join.ts';
import { proposalsOfRelease } from '#shared/register/proposals/of-release.ts';
import { recordOfPurpose } from '#shared/register/record-of-purpose.ts';
import { withReferences } from '#shared/register/references.ts';
import { endSittings } from '#engine/session/end-sittings.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { observedAtImport, observedReleases } from './observe-workspace.ts';
import { registerSnapshot } from './register-snapshot.ts';
import { editedVersion, storeDraft } from './store-draft.ts';

/**
 * Writes what the log says into drafts of the register, each answer with the entry that proves it. What stands is
 * never changed; a record that says it all is not touched. Each draft that gets longer gets an entry of its own.
 * @param proposals a record before those that refer to it
 * @param at ISO 8601
 * @throws Failure RECORD_INVALID, WORKSPACE_FROM_FUTURE; nothing is written then
 */
export function proposeAnswers(workspace: Workspace, proposals: readonly Proposal[], at: string): void {
  workspace.transaction(() => {
    // Bodies name new records by the ids that were made up for them; the register gives ids of its own.
    const given = new Map<string, string>();
    for (const { kind, id, body } of proposals) {
      const stored = workspace.catalog.records.get(kind, id);
      const standing = editedVersion(stored)?.body ?? null;
      const merged = mergeProposal(standing, { kind, id, body: withReferences(kind, body, given) });
      if (merged === null) continue;
      // Whoever sits at the draft has written in it, too: then the entry is theirs.
      const satAt = stored !== null && workspace.catalog.records.sittings({ kind, id }).length > 0;
      const draft = storeDraft(workspace, { kind, id: stored === null ? null : id, body: merged, at });
      given.set(id, draft.id);
      endSittings(workspace, { kind, id: draft.id }, { fromLog: !satAt });
    }
  });
}

/** Proposals are made after what happened has happened: what cannot be written is found by the comparison instead. */
function unlessUnreadable(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** After a workspace was made or kept under the name of an organisation: the record of the organisation begins with it. */
export function proposeOrganisation(state: EngineSession): void {
  const workspace = state.requireWorkspace();
  const name = workspace.summary().organisation.trim();
  const entry = workspace.catalog
    .entriesOf('workspace.created', 'workspace.saved')
    .findLast(({ payload }) => payload.organisation.trim() === name);
  if (name === '' || entry === undefined) return;
  unlessUnreadable(() => {
    const body = { name: fromLog(entry.seq).one(name) };
    proposeAnswers(workspace, [{ kind: 'organisation', id: 'organisation', body }], state.now());
  });
}

/** After an import: the register's drafts say what came. */
export function proposeFromImport(state: EngineSession, datasetId: string): void {
  const workspace = state.requireWorkspace();
  unlessUnreadable(() => {
    const dataset = observedAtImport(state, state.datasetRecord(datasetId));
    const proposals = proposalsOfImport(registerSnapshot(workspace), dataset, dataset.entry, randomUUID);
    proposeAnswers(workspace, proposals, state.now());
  });
}

/** The draft of an activity that names a dataset, as people call it. */
function activityNow(workspace: Workspace, datasetId: string) {
  const found = declaredOf(registerSnapshot(workspace), 'activity').find(({ drafted: { body } }) =>
    valuesOf(body.datasets).includes(datasetId),
  );
  return found && { id: found.id, ref: found.ref, title: valueOf(found.drafted.body.name) ?? found.ref };
}

/**
 * After a join: it is an activity of its own.
 * @returns the activity; null where the register cannot be read in full
 */
export function proposeFromJoin(
  state: EngineSession,
  viewId: string,
): { id: string; ref: string; title: string } | null {
  const workspace = state.requireWorkspace();
  unlessUnreadable(() => {
    const entry = workspace.catalog.entriesOf('dataset.joined').findLast(({ subjectRef }) => subjectRef === viewId);
    if (entry === undefined) return;
    const { left, right, people, rows, purposeId } = entry.payload;
    const observed = (datasetId: string) => observedAtImport(state, state.datasetRecord(datasetId));
    const join = {
      view: observed(viewId),
      sources: [left, right].map(({ datasetId }) => observed(datasetId)),
      purpose: state.purpose(purposeId),
      people,
      rows,
    };
    proposeAnswers(workspace, proposalsOfJoin(registerSnapshot(workspace), join, randomUUID), state.now());
  });
  return activityNow(workspace, viewId) ?? null;
}

/** The record that a purpose has now; null where it has none. */
function recordNow(workspace: Workspace, purpose: Purpose | null): PurposeRecord | null {
  const snapshot = registerSnapshot(workspace);
  const record = purpose === null ? undefined : recordOfPurpose(snapshot, purpose.id);
  if (record === undefined) return null;
  return { id: record.id, ref: record.ref, title: purposeTitle(snapshot, record.id), was: 'there' };
}

/**
 * After a release: the register's drafts say for what and to whom.
 * @returns the record of its purpose, the one that was there or the one that was begun; null where the purpose is in no
 *   list, or the register cannot be read in full
 */
export function proposeFromRelease(state: EngineSession, releaseId: string): PurposeRecord | null {
  const workspace = state.requireWorkspace();
  let told: PurposeRecord | null = null;
  unlessUnreadable(() => {
    const release = observedReleases(state).find(({ id }) => id === releaseId);
    if (!release) return;
    const dataset = release.datasetId === '' ? null : observedAtImport(state, state.datasetRecord(release.datasetId));
    const purpose = state.findPurpose(release.purpose);
    const asked = { release, dataset, purpose };
    const before = recordNow(workspace, purpose);
    proposeAnswers(workspace, proposalsOfRelease(registerSnapshot(workspace), asked, randomUUID), state.now());
    const after = recordNow(workspace, purpose);
    told = before ?? (after && { ...after, was: 'begun' });
  });
  return told;
}
