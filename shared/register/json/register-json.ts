import { z } from 'zod';
import type { AnyAnswer, AnyBody } from '../any-body.ts';
import { bodyTitle } from '../body-title.ts';
import type { Origin } from '../answer.ts';
import { unknownCountries } from '../known-countries.ts';
import { recordKindIds, recordKinds, type RecordBody, type RecordKind } from '../record-kinds/index.ts';
import { referencesOf } from '../references.ts';
import type { WholeSnapshot } from '../register-snapshot.ts';
import { goesBefore } from '../sheets/register-index.ts';
import type { ImportedRecord, ImportedRegister, NotValid } from '../sheets/to-records.ts';

/** What the file says it is, and in which edition; a later edition is refused, never half read. */
export const registerJsonFormat = { format: 'custos-register', version: 1 } as const;

const text = z.string().max(2000);
/** What is needed of a version to take it over; the rest says who made it, which holds where it came from. */
const recordVersion = z.looseObject({
  kind: z.enum(recordKindIds),
  id: z.string().min(1).max(100),
  ref: z.string().max(100),
  version: z.int().min(1),
  state: z.enum(['draft', 'in-review', 'returned', 'approved', 'retired']),
  body: z.record(z.string(), z.unknown()),
});
type FileVersion = z.infer<typeof recordVersion>;

const registerFile = z.object({
  format: z.literal(registerJsonFormat.format),
  version: z.literal(registerJsonFormat.version),
  asOf: text,
  workspaceId: text,
  records: z.array(recordVersion).max(100_000),
});

/** Keys in order, so that the same register is the same bytes. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}

/** A register as JSON, whole: what holds or is being written, what was retired, and what this program cannot read. */
export function registerJson({ asOf, workspaceId, records, retired, unreadable }: WholeSnapshot): string {
  const parts = { records, retired, unreadable };
  const file = { ...registerJsonFormat, asOf, workspaceId, ...(ordered(parts) as typeof parts) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Why a JSON file is no register. */
export type NoRegisterJson = 'no-json' | 'other-format' | 'other-version' | { place: string };

const placeOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/**
 * Reads a register that was written as JSON. Who said a thing, and which entry of another register proves it, does not
 * hold here: every value is said by whoever imports it. Of each record the version that people went by is taken, and nothing retired.
 */
export function parseRegisterJson(content: string, origin: Origin): ImportedRegister | NoRegisterJson {
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return 'no-json';
  }
  if (typeof read !== 'object' || read === null || !('format' in read) || read.format !== registerJsonFormat.format)
    return 'other-format';
  if (!('version' in read) || read.version !== registerJsonFormat.version) return 'other-version';
  const parsed = registerFile.safeParse(read);
  if (!parsed.success) return { place: placeOf(parsed.error.issues[0]?.path ?? []) };
  return takenOver(parsed.data.records, origin);
}

/** Each record once, with what it refers to before it. */
function takenOver(all: readonly FileVersion[], origin: Origin): ImportedRegister {
  const notValid: NotValid[] = [];
  const held = new Map<string, FileVersion>();
  for (const record of all) {
    const known = held.get(record.id);
    if (known === undefined || goesBefore(record, known)) held.set(record.id, record);
  }
  const records = [...held.values()].map(({ id, kind, body }): ImportedRecord => ({
    key: id,
    source: id,
    isOurs: true,
    kind,
    body: bodyOf(kind, body, origin, (field, value) =>
      notValid.push({ title: bodyTitle(kind, body as AnyBody), kind, field, text: JSON.stringify(value) }),
    ),
  }));
  return { records: referredFirst(records), notValid, keyOf: () => null };
}

type Refuse = (field: string, value: unknown) => void;

/** Each field for itself: one that does not fit is left out and told. */
function bodyOf(kind: RecordKind, body: object, origin: Origin, refuse: Refuse): RecordBody {
  const { schema } = recordKinds[kind];
  const good: Record<string, unknown> = {};
  for (const [field, answer] of Object.entries(body as Record<string, unknown>)) {
    const said = saidBy(answer, origin);
    const fits = schema.safeParse({ [field]: said }).success;
    if (fits && unknownCountries(kind, { [field]: said as AnyAnswer }).length === 0) good[field] = said;
    else refuse(field, answer);
  }
  return schema.parse(good);
}

function saidBy(answer: unknown, origin: Origin): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (!('items' in answer) || !Array.isArray(answer.items)) return { ...answer, origin };
  const items = answer.items.map((item: unknown) => (typeof item === 'object' ? { ...item, origin } : item));
  return { ...answer, items };
}

/** What is referred to before what refers to it; a ring is left as it came. */
function referredFirst(records: readonly ImportedRecord[]): ImportedRecord[] {
  const byKey = new Map(records.map((record) => [record.key, record]));
  const placed = new Set<string>();
  const inOrder: ImportedRecord[] = [];
  const place = (record: ImportedRecord): void => {
    if (placed.has(record.key)) return;
    placed.add(record.key);
    for (const { id } of referencesOf(record.kind, record.body)) {
      const linked = byKey.get(id);
      if (linked !== undefined) place(linked);
    }
    inOrder.push(record);
  };
  for (const record of records) place(record);
  return inOrder;
}
