import { itemsOf, type AnyBody } from '#shared/register/any-body.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion } from '#shared/register/register-snapshot.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import { shownOf, titleOf } from '#engine/use-cases/records/stored-record.ts';
import { editedVersion } from '#engine/use-cases/records/store-draft.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** A record that the register has, as an import goes by it. */
export interface Standing {
  kind: RecordKind;
  id: string;
  ref: string;
  title: string;
  /** What an edit of it begins from; null where this program cannot read that. */
  body: AnyBody | null;
  /** Whether that is a draft, in which somebody may have written. */
  isDraft: boolean;
}

/** The records of a register by all that a file may call them. */
export interface StandingRecords {
  byId(kind: RecordKind, id: string): Standing | null;
  /** The record that was made of this thing when it was imported before; `source` as `sourceHash` has it. */
  bySource(kind: RecordKind, source: string): Standing | null;
  /** Activities that a file gave this number when they were imported (a hash), or that have it as their reference. */
  byNumber(number: string, ref: string): readonly Standing[];
  /** Hashes of the numbers that files gave a record. */
  numbersOf(id: string): ReadonlySet<string>;
  /** Retired ones among them: who was named once is known. */
  byName(kind: RecordKind, title: string): readonly Standing[];
  /** Moments at which imports spoke: what bears one of them nobody has touched since. */
  imported: ReadonlySet<string>;
}

const textIn = (body: AnyBody | null, field: string): string => {
  const answer = body?.[field];
  return answer?.state === 'stated' && 'value' in answer ? String(answer.value) : '';
};

/** The role an activity is of; who states none is a controller. */
export const roleIn = (body: AnyBody | null): string => textIn(body, 'role') || 'controller';
export const unitIn = (body: AnyBody | null): string => fold(textIn(body, 'businessFunction'));
export const organisationIn = (body: AnyBody | null): string => fold(textIn(body, 'name'));
/** For whom a processor works, by name. */
export const controllersIn = (body: AnyBody | null): string[] =>
  itemsOf(body?.controllers).map(({ value }) => fold(String((value as { name?: string }).name)));

function standing(record: StoredRecord): Standing {
  const { kind, id, ref } = record;
  const shown = shownOf(record);
  const from = record.draft ?? shown;
  const body = isReadableVersion(from) ? (editedVersion(record)?.body as AnyBody) : null;
  return { kind, id, ref, title: titleOf(shown), body, isDraft: record.draft !== null };
}

/** Everything that the open workspace's register has, and what was imported into it before. */
export function standingRecords({ catalog }: Workspace): StandingRecords {
  const byId = new Map<string, Standing>();
  const byName = new Map<string, Standing[]>();
  const byRef = new Map<string, string>();
  for (const record of catalog.records.list()) {
    const one = standing(record);
    byId.set(`${one.kind} ${one.id}`, one);
    if (one.kind === 'activity') byRef.set(one.ref, one.id);
    if (one.title === '') continue;
    const key = `${one.kind} ${fold(one.title)}`;
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const bySource = new Map<string, string>();
  const numbers = new Map<string, Set<string>>();
  const byNumber = new Map<string, Set<string>>();
  const imported = new Set<string>();
  for (const { payload } of catalog.entriesOf('register.imported')) {
    if (payload.saidAt !== undefined) imported.add(payload.saidAt);
    for (const [source, id] of payload.known ?? []) bySource.set(source, id);
    for (const [number, id] of payload.numbers ?? []) {
      numbers.set(id, (numbers.get(id) ?? new Set()).add(number));
      byNumber.set(number, (byNumber.get(number) ?? new Set()).add(id));
    }
  }
  const known = (kind: RecordKind, id: string | undefined): Standing | null =>
    id === undefined ? null : (byId.get(`${kind} ${id}`) ?? null);
  return {
    byId: known,
    bySource: (kind, source) => known(kind, bySource.get(source)),
    byNumber: (number, ref) => {
      const own = byRef.get(ref);
      const ids = new Set([...(byNumber.get(number) ?? []), ...(own === undefined ? [] : [own])]);
      return [...ids].flatMap((id) => known('activity', id) ?? []);
    },
    numbersOf: (id) => numbers.get(id) ?? new Set(),
    byName: (kind, title) => byName.get(`${kind} ${fold(title)}`) ?? [],
    imported,
  };
}
