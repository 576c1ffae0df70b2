import type { AnyBody } from './any-body.ts';
import { recordKinds, type RecordKind } from './record-kinds/index.ts';

/** What a record is called by the field that its kind names; empty where that is not stated. */
export function bodyTitle(kind: RecordKind, body: AnyBody): string {
  const answer = body[recordKinds[kind].title];
  return answer?.state === 'stated' && 'value' in answer ? String(answer.value) : '';
}
