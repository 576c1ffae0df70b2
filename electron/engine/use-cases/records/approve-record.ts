import { Failure } from '#shared/contract/failure.ts';
import { approvalText } from '#shared/register/approval-text.ts';
import { diffBodies, type Difference } from '#shared/register/diff.ts';
import { generatedStatements } from '#shared/register/origins.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import {
  isReadableVersion,
  type Approval,
  type RecordVersion,
  type Statement,
} from '#shared/register/register-snapshot.ts';
import { fieldLabel } from '#shared/text/register/index.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { approvalBy } from '../operators/approval-by.ts';
import { requireVersion, versionAfter } from './get-record.ts';
import { operatorOf } from './store-draft.ts';
import { entryOf, nameOf, requireHeldRecord, requireReadable, requireRecord } from './stored-record.ts';

/** What a version changed against the one that was approved before it. */
function changesOf(record: StoredRecord, version: RecordVersion): Difference[] {
  const before = record.versions.findLast(
    (other) => other.version < version.version && (other.state === 'approved' || other.state === 'retired'),
  );
  const was = before !== undefined && isReadableVersion(before) ? before.body : {};
  return diffBodies(record.kind, was, version.body);
}

/** The version is in review, and the one that was shown. @throws Failure RECORD_CHANGED with what it changed */
function requireShown(record: StoredRecord, version: RecordVersion, recordSha256: string): void {
  const findings = changesOf(record, version);
  const refuse = (sentence: string): never => {
    throw new Failure('RECORD_CHANGED', sentence, { findings });
  };
  const name = nameOf(record);
  if (version.state === 'returned')
    refuse(recordsText.alreadyReturned(name, version.version, version.closing?.by ?? ''));
  if (version.state !== 'in-review')
    refuse(recordsText.alreadyApproved(name, version.version, version.approval?.by ?? ''));
  if (version.sha256 !== recordSha256) refuse(recordsText.notWhatWasShown(name, version.version));
}

/** Only what the log made can be taken over. @throws Failure RECORD_INVALID */
function requireGenerated(version: RecordVersion, statements: readonly Statement[] | 'all'): Statement[] {
  const generated = generatedStatements(version.body);
  if (statements === 'all') return generated;
  const key = ({ field, item }: Statement): string => JSON.stringify([field, item]);
  const named = new Set(statements.map(key));
  const known = new Set(generated.map(key));
  const other = statements.find((statement) => !known.has(key(statement)));
  if (other !== undefined)
    throw new Failure('RECORD_INVALID', recordsText.notGenerated(fieldLabel(version.kind, other.field)));
  return generated.filter((statement) => named.has(key(statement)));
}

/**
 * Approves one exact version: a signature over its hash and over the generated statements that are taken over. It holds
 * from now on, in place of the one before.
 * @param input `recordSha256`: the version's hash as it was shown
 * @throws Failure RECORD_CHANGED where it was decided on before, or is another, with what it changed; RECORD_INVALID,
 *   RECORD_UNKNOWN, WORKSPACE_FROM_FUTURE, REGISTER_CONTRADICTS
 */
export function approveRecord(
  state: EngineSession,
  input: { kind: RecordKind; id: string; version: number; recordSha256: string; takingOver: Statement[] | 'all' },
): RecordVersion {
  const workspace = state.requireWorkspace();
  const { records, held } = workspace.catalog;
  const { kind, id } = input;
  const record = requireRecord(workspace, kind, id);
  const version = requireReadable(record, requireVersion(record, input.version));
  requireShown(record, version, input.recordSha256);
  requireHeldRecord(workspace, record);
  const by = approvalBy(workspace, version.authors).approver || operatorOf(workspace);
  const byAnother = !version.authors.includes(by);
  const takenOver = requireGenerated(version, input.takingOver);
  const { signature, keyId } = workspace.keys.sign(
    Buffer.from(approvalText(workspace.id, version.sha256, takenOver), 'utf8'),
  );
  const approval: Approval = {
    by,
    at: state.now(),
    recordSha256: version.sha256,
    signature,
    keyId,
    byAnother,
    takenOver,
  };
  workspace.transaction(() => {
    records.setState({ kind, id, version: version.version }, { state: 'approved', approval: JSON.stringify(approval) });
    const payload = {
      ...entryOf(record, version.version),
      takenOver: [...new Set(takenOver.map(({ field }) => field))],
      statements: takenOver.length,
      byAnother,
      keyId,
      versionSha256: version.sha256,
      recordSha256: held.hashOf('record_version', kind, id, String(version.version)),
    };
    workspace.register.append({ kind: 'record.approved', subjectRef: id, payload });
  });
  return versionAfter(workspace, record, version.version);
}
