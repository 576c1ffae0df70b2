import type { ListAnswer, SingleAnswer } from '#shared/register/answer.ts';
import { recordKinds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion, WholeSnapshot } from '#shared/register/register-snapshot.ts';
import type { ImportedRecord } from '#shared/register/sheets/to-records.ts';
import type { LeftOut } from '#shared/register/sheets/write-register.ts';

type Answer = SingleAnswer<unknown> | ListAnswer<unknown>;
type Bodies = { kind: RecordKind; ref: string; body: object }[];
const isReference = (kind: RecordKind, field: string): boolean => {
  const found = (recordKinds[kind].fields as Record<string, { to?: string }>)[field];
  return found?.to !== undefined;
};

/** What a register states: a line per value, references by what the other record is called; lists in any order. */
function statements(records: Bodies, called: (id: string) => string, without: readonly LeftOut[] = []): string[] {
  const isOut = (kind: RecordKind, path: string, ref: string): boolean =>
    without.some((one) => one.kind === kind && one.path === path && one.refs.includes(ref));
  return records
    .flatMap(({ kind, ref, body }) =>
      Object.entries(body as Record<string, Answer>).flatMap(([field, answer]) => {
        const name = `${kind} ${kind === 'organisation' ? '' : called(ref)} ${field}`;
        const told = (value: unknown): string => {
          if (isReference(kind, field)) return called(String(value));
          if (typeof value !== 'object' || value === null) return JSON.stringify(value);
          const parts = Object.entries(value).filter(([part]) => !isOut(kind, `${field}.${part}`, ref));
          return JSON.stringify(Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1))));
        };
        if (isOut(kind, field, ref)) return [];
        if (answer.state !== 'stated') {
          const { origin: _origin, ...rest } = answer;
          return [`${name}: ${JSON.stringify(rest, Object.keys(rest).sort())}`];
        }
        const values = 'items' in answer ? answer.items.map(({ value }) => value) : [answer.value];
        return values.map((value) => `${name}: ${told(value)}`);
      }),
    )
    .filter((line) => !line.endsWith(': {}'))
    .sort();
}

const titleOf = (kind: RecordKind, body: object): string => {
  const answer = (body as Record<string, Answer | undefined>)[recordKinds[kind].title];
  return answer?.state === 'stated' && 'value' in answer ? String(answer.value) : '';
};

/** What a register states, without what a format has no place for. */
export const statementsIn = (
  snapshot: WholeSnapshot,
  only: (record: RecordVersion) => boolean,
  without: readonly LeftOut[],
) => {
  const names = new Map(snapshot.records.map((one) => [one.id, titleOf(one.kind, one.body)]));
  const byRef = new Map(snapshot.records.map((one) => [one.ref, titleOf(one.kind, one.body)]));
  return statements(snapshot.records.filter(only), (id) => names.get(id) ?? byRef.get(id) ?? id, without);
};

/** What an import states. */
export const statementsOfImport = (records: readonly ImportedRecord[]) => {
  const names = new Map(records.map((one) => [one.key, titleOf(one.kind, one.body)]));
  return statements(
    records.map(({ kind, key, body }) => ({ kind, ref: key, body })),
    (id) => names.get(id) ?? id,
  );
};
