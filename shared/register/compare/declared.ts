import { nameKey } from '#shared/domain/recipient-name.ts';
import { valueOf, type ListAnswer, type Origin, type SingleAnswer } from '../answer.ts';
import type { ObservedDataset } from '../observed/observed.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, RegisterSnapshot } from '../register-snapshot.ts';
import type { RecordPlace } from './difference.ts';

/**
 * A record by its two faces. `declared`: the version that holds, or a draft of which only what people stated counts.
 * `drafted`: the newest draft with all that the log proposes in it.
 */
export interface Declared<K extends RecordKind> {
  kind: K;
  id: string;
  ref: string;
  holds: RecordVersion<K>;
  drafted: RecordVersion<K>;
}

/** Whether somebody stands behind a statement: an approval of the whole version, or a person's own word. */
const stands = (version: RecordVersion, origin: Origin): boolean =>
  version.state === 'approved' || origin.from !== 'log';

const byVersion = (one: RecordVersion, other: RecordVersion): number => one.version - other.version;

/** The records of a kind, each once; what is retired is in no snapshot. */
export function declaredOf<K extends RecordKind>(snapshot: RegisterSnapshot, kind: K): Declared<K>[] {
  const byId = new Map<string, RecordVersion<K>[]>();
  for (const record of snapshot.records)
    if (record.kind === kind) byId.set(record.id, [...(byId.get(record.id) ?? []), record as RecordVersion<K>]);
  return [...byId].flatMap(([id, versions]) => {
    const ordered = versions.toSorted(byVersion);
    const drafted = ordered.at(-1)!;
    const holds = ordered.findLast(({ state }) => state === 'approved') ?? drafted;
    return [{ kind, id, ref: drafted.ref, holds, drafted }];
  });
}

/** The values of a list that people stand behind. */
export function statedItems<T>(version: RecordVersion, answer: ListAnswer<T> | undefined): T[] {
  if (answer?.state !== 'stated') return [];
  return answer.items.filter(({ origin }) => stands(version, origin)).map(({ value }) => value);
}

/** The value that people stand behind; undefined where none is. */
export function statedValue<T>(version: RecordVersion, answer: SingleAnswer<T> | undefined): T | undefined {
  if (answer?.state !== 'stated') return undefined;
  return stands(version, answer.origin) ? valueOf(answer) : undefined;
}

/** The values of a list that only the log stands behind. */
export function proposedItems<T>(version: RecordVersion, answer: ListAnswer<T> | undefined): T[] {
  if (answer?.state !== 'stated') return [];
  return answer.items.filter(({ origin }) => origin.from === 'log').map(({ value }) => value);
}

export const placeOf = ({ kind, id, ref }: Declared<RecordKind>, field: string): RecordPlace => ({
  kind,
  id,
  ref,
  field,
});

/** A dataset by everything that the register may call it. */
export type NamedDataset = Pick<ObservedDataset, 'id' | 'name' | 'fileName' | 'earlier'>;

/** Whether a word in the register means this dataset: its id, that of an earlier edition, or its name. */
export function means(dataset: NamedDataset, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (word === dataset.id || dataset.earlier.includes(word)) return true;
  const key = nameKey(word);
  return key === nameKey(dataset.name) || key === nameKey(dataset.fileName);
}

type Item = { dataset?: string | undefined };

/** Whether one of these activities' answers names the dataset. */
const names = (dataset: ObservedDataset, datasets: readonly string[], items: readonly Item[]): boolean =>
  datasets.some((word) => means(dataset, word)) || items.some((item) => means(dataset, item.dataset));

/** The activities that people say a dataset is used in. */
export const activitiesOf = (
  activities: readonly Declared<'activity'>[],
  dataset: ObservedDataset,
): Declared<'activity'>[] =>
  activities.filter(({ holds }) =>
    names(dataset, statedItems(holds, holds.body.datasets), statedItems(holds, holds.body.dataItems)),
  );

/** The first activity whose draft the log proposes the dataset for. */
export const proposedFor = (
  activities: readonly Declared<'activity'>[],
  dataset: ObservedDataset,
): Declared<'activity'> | undefined =>
  activities.find(({ drafted }) =>
    names(dataset, proposedItems(drafted, drafted.body.datasets), proposedItems(drafted, drafted.body.dataItems)),
  );
