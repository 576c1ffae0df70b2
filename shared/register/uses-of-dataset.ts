import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import { valueOf } from './answer.ts';
import { means, type NamedDataset } from './compare/declared.ts';
import { bindingsBeside, declaredUses, purposeTitle, usesOfBindings, type DeclaredUse } from './declared-uses.ts';
import { heldRecord, heldRecords } from './held-records.ts';
import type { RecordKind } from './record-kinds/index.ts';
import type { RegisterSnapshot, VersionState } from './register-snapshot.ts';
import { unreadableRecords } from './unreadable-records.ts';

/** A record as lists name it. */
export interface NamedRecord {
  kind: RecordKind;
  id: string;
  ref: string;
  state: VersionState;
}

/** A purpose that a dataset is declared for. */
export interface PurposeOfDataset extends NamedRecord {
  title: string;
  /** Id of the program's or the workspace's purpose that it is about; null: it is the register's alone. */
  preset: string | null;
  basis: LawfulBasis | null;
  justified: boolean;
  /** Names of the columns that are bound to it; null: the dataset as a whole. */
  columns: string[] | null;
  /** Bindings and activities that say so. */
  by: NamedRecord[];
  /** Said only in what is being written beside an approved binding: it holds once that is approved. */
  pending: boolean;
}

/** A test of a further purpose of a dataset (GDPR Art. 6(4)). */
export interface TestOfDataset extends NamedRecord {
  title: string;
  /** Id of the further purpose's record; null while none is stated. */
  to: string | null;
  outcome: string | null;
  /** The data came in on consent: no weighing of factors lets them be used on. */
  onConsent: boolean;
}

export interface UsesOfDataset {
  id: string;
  name: string;
  columns: number;
  purposes: PurposeOfDataset[];
  tests: TestOfDataset[];
  /** References of records that cannot be read and may declare something of it. */
  unreadable: string[];
}

const named = ({ kind, id, ref, state }: NamedRecord): NamedRecord => ({ kind, id, ref, state });

/** Uses of one purpose as one: bound as a whole where one of them is. */
function purposeOf(snapshot: RegisterSnapshot, uses: readonly DeclaredUse[], pending: boolean): PurposeOfDataset[] {
  const [first] = uses;
  const record = heldRecord(snapshot, 'purpose', first?.purpose);
  if (first === undefined || record === undefined) return [];
  const whole = uses.some(({ columns }) => columns === null);
  return [
    {
      ...named(record),
      title: purposeTitle(snapshot, first.purpose),
      preset: valueOf(record.body.preset) ?? null,
      basis: valueOf(record.body.basis) ?? null,
      justified: (valueOf(record.body.justification) ?? '') !== '',
      columns: whole ? null : [...new Set(uses.flatMap(({ columns }) => columns ?? []))],
      by: [...new Map(uses.map(({ by }) => [by.id, named(by)])).values()],
      pending,
    },
  ];
}

const byPurpose = (uses: readonly DeclaredUse[]): DeclaredUse[][] =>
  [...new Set(uses.map(({ purpose }) => purpose))].map((id) => uses.filter(({ purpose }) => purpose === id));

/** The tests of further purposes that are about a dataset, held or being written for the first time. */
export const testsOfDataset = (snapshot: RegisterSnapshot, dataset: NamedDataset): TestOfDataset[] =>
  heldRecords(snapshot, 'compatibility')
    .filter(({ body }) => means(dataset, valueOf(body.dataset)))
    .map((test) => {
      const { body } = test;
      const from = valueOf(body.from);
      const basis = heldRecord(snapshot, 'purpose', from)?.body.basis;
      return {
        ...named(test),
        title: valueOf(body.name) ?? test.ref,
        to: valueOf(body.to) ?? null,
        outcome: valueOf(body.outcome) ?? null,
        onConsent: valueOf(body.originalBasis) === 'consent' || valueOf(basis) === 'consent',
      };
    });

/** What people declared a dataset to be for, and which further purposes they test: what a person sees of it at once. */
export function usesOfDataset(
  snapshot: RegisterSnapshot,
  dataset: NamedDataset & { columns: readonly unknown[] },
): UsesOfDataset {
  const held = byPurpose(declaredUses(snapshot, dataset));
  const known = new Set(held.flatMap(([use]) => use?.purpose ?? []));
  const beside = byPurpose(usesOfBindings(bindingsBeside(snapshot, dataset))).filter(
    ([use]) => !known.has(use?.purpose ?? ''),
  );
  return {
    id: dataset.id,
    name: dataset.name,
    columns: dataset.columns.length,
    purposes: [
      ...held.flatMap((uses) => purposeOf(snapshot, uses, false)),
      ...beside.flatMap((uses) => purposeOf(snapshot, uses, true)),
    ],
    tests: testsOfDataset(snapshot, dataset),
    unreadable: unreadableRecords(snapshot, ['activity', 'binding', 'purpose']).map(({ ref }) => ref),
  };
}
