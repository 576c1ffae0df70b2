import { recordKinds, type RecordBody, type RecordKind } from '#shared/register/record-kinds/index.ts';

export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(recordKinds, kind);

/**
 * A stored body of a record, or why it cannot be read here: `newer` where a later program wrote it, `damaged` where it
 * is of no form that this one writes. It stays as it is.
 */
export function readRecordBody(kind: string, body: string, bodyVersion: number): RecordBody | 'newer' | 'damaged' {
  if (!isRecordKind(kind) || bodyVersion > recordKinds[kind].bodyVersion) return 'newer';
  try {
    const parsed = recordKinds[kind].schema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : 'damaged';
  } catch {
    return 'damaged';
  }
}
