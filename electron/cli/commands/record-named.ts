import { Failure } from '#shared/contract/failure.ts';
import type { RecordKind, RecordSummary } from '#shared/contract/records.ts';
import { registerRecordsText as text } from '#shared/text/cli/register-records.ts';
import { kindWords } from '#shared/text/register/index.ts';

const kinds = Object.keys(kindWords) as RecordKind[];

/** @throws Failure WRONG_USAGE naming the kinds that there are */
export function kindNamed(typed: string): RecordKind {
  const found = kinds.find((kind) => kind === typed);
  if (found === undefined) throw new Failure('WRONG_USAGE', text.noKind(typed, kinds));
  return found;
}

/** The record that a typed word means. @throws Failure RECORD_UNKNOWN */
export function recordNamed(all: readonly RecordSummary[], kind: RecordKind, typed: string): RecordSummary {
  const found = all.find(
    (record) => record.kind === kind && (record.ref.toUpperCase() === typed.toUpperCase() || record.id === typed),
  );
  if (found === undefined) throw new Failure('RECORD_UNKNOWN', text.noRecord(kind, typed));
  return found;
}
