import type { UseOfColumns } from '#shared/domain/declared-use.ts';
import { valueOf } from '../answer.ts';
import { statedItems, statedValue, type NamedDataset, means } from '../compare/declared.ts';
import { declaredPurposes, declaredUses, purposeTitle, type DeclaredUse } from '../declared-uses.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import type { RecordVersion, RegisterSnapshot } from '../register-snapshot.ts';

/** A release as far as purpose limitation asks: source columns that reach its output, and its purpose. */
export interface UseAsked {
  dataset: NamedDataset;
  /** Id of the program's or the workspace's purpose; null where the recipe names none that is known. */
  purpose: string | null;
  columns: readonly string[];
}

const covers = ({ columns }: DeclaredUse, column: string): boolean => columns === null || columns.includes(column);

/**
 * What was declared restricts at once and widens by approval: where something about the dataset is approved, only that
 * allows.
 */
function usesThatHold(snapshot: RegisterSnapshot, dataset: NamedDataset): DeclaredUse[] {
  const uses = declaredUses(snapshot, dataset);
  const approved = uses.filter(({ by }) => by.state === 'approved');
  return approved.length > 0 ? approved : uses;
}

const basisOf = (snapshot: RegisterSnapshot, purpose: string) =>
  valueOf(heldRecord(snapshot, 'purpose', purpose)?.body.basis);

/** Tests of this dataset's columns for the asked purpose, as far as a person wrote them. */
const testsOf = (
  snapshot: RegisterSnapshot,
  { dataset, columns }: UseAsked,
  to: ReadonlySet<string>,
): RecordVersion<'compatibility'>[] =>
  heldRecords(snapshot, 'compatibility').filter((test) => {
    const { body } = test;
    const tested = statedItems(test, body.columns);
    return (
      means(dataset, statedValue(test, body.dataset)) &&
      to.has(statedValue(test, body.to) ?? '') &&
      (tested.length === 0 || columns.every((column) => tested.includes(column)))
    );
  });

/** An outcome that lets data be used on: decided, approved, and one that the original basis leaves open. */
function allowedBy(tests: readonly RecordVersion<'compatibility'>[], onConsent: boolean) {
  for (const test of tests) {
    const { body, state, ref } = test;
    const by = statedValue(test, body.outcome);
    if (state !== 'approved' || by === undefined || by === 'incompatible') continue;
    // Art. 6(4) begins with processing that is not based on consent: no weighing of factors stands in for asking.
    const holds = by === 'compatible' || by === 'research' ? !onConsent : statedValue(test, body.ground) !== undefined;
    if (holds) return { by, ref, informed: statedValue(test, body.informedOn) !== undefined };
  }
  return null;
}

/**
 * Whether columns of a dataset may be used for a purpose, by what people declared and tested (GDPR Art. 5(1)(b), 6(4);
 * R-PUR-01 to 04).
 */
export function useOfColumns(snapshot: RegisterSnapshot, asked: UseAsked): UseOfColumns {
  const uses = usesThatHold(snapshot, asked.dataset);
  if (uses.length === 0) return { state: 'not-declared' };
  const same = new Set(asked.purpose === null ? [] : declaredPurposes(snapshot, asked.purpose).map(({ id }) => id));
  const forIt = uses.filter(({ purpose }) => same.has(purpose));
  const beyond = asked.columns.filter((column) => !forIt.some((use) => covers(use, column)));
  const elsewhere = beyond.filter((column) => uses.some((use) => covers(use, column)));
  const columns = forIt.length === 0 ? [...asked.columns] : elsewhere;
  if (forIt.length > 0 && columns.length === 0) return { state: 'bound', unbound: beyond };
  const original = [
    ...new Set(uses.filter((use) => columns.some((column) => covers(use, column))).map((use) => use.purpose)),
  ];
  const from = original.length > 0 ? original : [...new Set(uses.map(({ purpose }) => purpose))];
  const tests = testsOf(snapshot, { ...asked, columns }, same);
  const onConsent =
    from.some((purpose) => basisOf(snapshot, purpose) === 'consent') ||
    tests.some((test) => statedValue(test, test.body.originalBasis) === 'consent');
  const allowed = allowedBy(tests, onConsent);
  if (allowed !== null) return { state: 'allowed', columns, ...allowed };
  return {
    state: 'other',
    columns,
    boundTo: from.map((purpose) => purposeTitle(snapshot, purpose)),
    onConsent,
    test:
      tests.length === 0
        ? 'none'
        : tests.some((test) => statedValue(test, test.body.outcome) === 'incompatible')
          ? 'incompatible'
          : 'undecided',
  };
}
