import type { UseOfColumns } from '#shared/domain/declared-use.ts';
import { valueOf } from '../answer.ts';
import { statedItems, statedValue, type NamedDataset, means } from '../compare/declared.ts';
import { declaredPurposes, declaredUses, purposeTitle, type DeclaredUse } from '../declared-uses.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import { recordsOf, type RecordVersion, type RegisterSnapshot } from '../register-snapshot.ts';

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

/** Whether a test is about this dataset and the asked purpose, as far as a person wrote it. */
const isAbout = (test: RecordVersion<'compatibility'>, { dataset }: UseAsked, to: ReadonlySet<string>): boolean =>
  means(dataset, statedValue(test, test.body.dataset)) && to.has(statedValue(test, test.body.to) ?? '');

/** Tests that cover all of the asked columns. */
const testsOf = (
  snapshot: RegisterSnapshot,
  asked: UseAsked,
  to: ReadonlySet<string>,
): RecordVersion<'compatibility'>[] =>
  heldRecords(snapshot, 'compatibility').filter((test) => {
    const tested = statedItems(test, test.body.columns);
    return (
      isAbout(test, asked, to) && (tested.length === 0 || asked.columns.every((column) => tested.includes(column)))
    );
  });

/**
 * Whether somebody stated that one of the columns may not be used so: a restriction holds at once, in a draft beside an
 * approved version as well, and no other test outvotes it.
 */
const isIncompatible = (snapshot: RegisterSnapshot, asked: UseAsked, to: ReadonlySet<string>): boolean =>
  recordsOf(snapshot, 'compatibility').some((test) => {
    const tested = statedItems(test, test.body.columns);
    return (
      isAbout(test, asked, to) &&
      statedValue(test, test.body.outcome) === 'incompatible' &&
      (tested.length === 0 || asked.columns.some((column) => tested.includes(column)))
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
  const incompatible = isIncompatible(snapshot, { ...asked, columns }, same);
  const onConsent =
    from.some((purpose) => basisOf(snapshot, purpose) === 'consent') ||
    tests.some((test) => statedValue(test, test.body.originalBasis) === 'consent');
  const allowed = incompatible ? null : allowedBy(tests, onConsent);
  if (allowed !== null) return { state: 'allowed', columns, ...allowed };
  return {
    state: 'other',
    columns,
    boundTo: from.map((purpose) => purposeTitle(snapshot, purpose)),
    onConsent,
    test: incompatible ? 'incompatible' : tests.length === 0 ? 'none' : 'undecided',
  };
}
