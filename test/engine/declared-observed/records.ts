import type { ListAnswer, Origin, SingleAnswer } from '#shared/register/answer.ts';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import type {
  RecordVersion,
  RegisterSnapshot,
  UnreadableVersion,
  VersionState,
} from '#shared/register/register-snapshot.ts';
import type { DataCategory } from '#shared/register/vocabulary/people-and-data.ts';
import type { SpecialCategory } from '#shared/register/vocabulary/lawful-bases.ts';
import { datasetId, today } from './suite-case.ts';

const byPerson: Origin = { from: 'person', by: 'Ada', at: '2026-01-02T09:00:00.000Z' };
const byLog: Origin = { from: 'log', entry: 3 };
type By = 'person' | 'log';
const originOf = (by: By): Origin => (by === 'log' ? byLog : byPerson);

export const said = <T>(value: T, by: By = 'person'): SingleAnswer<T> => ({
  state: 'stated',
  value,
  origin: originOf(by),
});
export const list = <T>(values: readonly T[], by: By = 'person'): ListAnswer<T> => ({
  state: 'stated',
  items: values.map((value, at) => ({ id: `i${at}`, value, origin: originOf(by) })),
});

/** A version of a record as it stands in a register. */
export function record<K extends RecordKind>(
  kind: K,
  id: string,
  body: RecordBody<K>,
  state: VersionState = 'approved',
  version = 1,
): RecordVersion<K> {
  return {
    kind,
    id,
    ref: id.toUpperCase(),
    version,
    state,
    body,
    savedAt: '2026-01-02T09:00:00.000Z',
    savedBy: 'Ada',
    reason: '',
    sha256: '0'.repeat(64),
    authors: ['Ada'],
    approval: null,
    closing: null,
    entry: 5,
  };
}

/** Versions as a register holds them: what is retired holds no longer. */
export const snapshotOf = (
  versions: readonly RecordVersion[],
  unreadable: UnreadableVersion[] = [],
): RegisterSnapshot => ({
  asOf: today,
  workspaceId: 'w1',
  records: versions.filter(({ state }) => state !== 'retired'),
  unreadable,
});

/** A family, the columns it is stated for (all, where there are none) and what else the item says. */
export type Item = readonly [
  category: DataCategory,
  columns?: readonly string[],
  more?: { special?: SpecialCategory; retention?: string },
];

export interface Activity {
  items?: readonly Item[];
  datasets?: readonly string[];
  purposes?: readonly string[];
  recipients?: readonly string[];
  transfers?: readonly string[];
  retention?: readonly string[];
  more?: RecordBody<'activity'>;
  state?: VersionState;
  version?: number;
  by?: By;
}

const answered = <Id extends string>(id: Id, values: readonly string[] | undefined, by: By) =>
  values === undefined ? {} : ({ [id]: list(values, by) } as Record<Id, ListAnswer<string>>);

/** An activity of a controller that uses the case’s dataset for a purpose with a basis. */
export function activity(
  {
    items = [],
    datasets = [datasetId],
    purposes = ['pu1'],
    more = {},
    state,
    version,
    by = 'person',
    ...rest
  }: Activity,
  id = 'pa1',
): RecordVersion<'activity'> {
  const body: RecordBody<'activity'> = {
    name: said('Customers', by),
    role: said('controller', by),
    ...answered('datasets', datasets.length > 0 ? datasets : undefined, by),
    ...answered('purposes', purposes.length > 0 ? purposes : undefined, by),
    ...answered('recipients', rest.recipients, by),
    ...answered('transfers', rest.transfers, by),
    ...answered('retention', rest.retention, by),
    ...(items.length === 0
      ? {}
      : {
          dataItems: list(
            items.map(([category, columns, told]) => ({
              category,
              ...(columns === undefined ? {} : { columns: [...columns] }),
              ...told,
            })),
            by,
          ),
        }),
    ...more,
  };
  return record('activity', id, body, state, version);
}

export const purpose = (body: RecordBody<'purpose'> = {}, id = 'pu1', state?: VersionState) =>
  record(
    'purpose',
    id,
    {
      title: said('Find segments'),
      preset: said('p1-find-segments'),
      basis: said('legitimate-interests' as const),
      justification: said('Groups are looked at, not people.'),
      ...body,
    },
    state,
  );
export const recipient = (name: string, body: RecordBody<'recipient'> = {}, id = 'rc1', state?: VersionState) =>
  record('recipient', id, { name: said(name), kind: said('processor' as const), country: said('DE'), ...body }, state);
export const transfer = (body: RecordBody<'transfer'>, id = 'tr1', state?: VersionState) =>
  record('transfer', id, { mechanism: said('A46-2-c' as const), ...body }, state);
export const period = (duration: string, body: RecordBody<'retention'> = {}, id = 'rt1', state?: VersionState) =>
  record(
    'retention',
    id,
    {
      name: said('Customers'),
      duration: said(duration),
      startEvent: said('collected' as const),
      action: said('delete' as const),
      ...body,
    },
    state,
  );
