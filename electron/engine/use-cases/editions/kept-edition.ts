import { compareFindings, type ChangedFinding } from '#shared/editions/compare-findings.ts';
import type { EditionCheck, EditionColumns, EditionNews, KeptFinding } from '#shared/domain/edition.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { hasWords, wordGuardFinding } from '#shared/guardrails/word-finding.ts';
import { hasFlag } from '#shared/guardrails/output-view.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { editionText as text } from '#shared/text/editions.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** An answer with its sentences; of another version, by its id alone. */
const worded = (finding: KeptFinding): GuardFinding[] => (hasWords(finding) ? [wordGuardFinding(finding)] : []);
const typeName = (id: string): string => semanticTypeById(id)?.label ?? id;

/** How grave an answer is that is new, or that is otherwise. */
const weightOf = (finding: KeptFinding | null): EditionNews['weight'] =>
  finding === null || finding.verdict === 'pass' ? 'tell' : finding.verdict;

function findingNews({ change, before, after }: ChangedFinding): EditionNews {
  const words = (finding: KeptFinding | null): { message: string; evidence: string } =>
    (finding === null ? undefined : worded(finding)[0]) ?? { message: text.otherVersion, evidence: '' };
  const [was, is] = [words(before), words(after)];
  const id = (after ?? before)!.id;
  const said = change === 'gone' ? was : is;
  // Where the reason is another one, its sentence is; where it is the same, its counts or columns are.
  const earlier = was.message === is.message ? was.evidence : was.message;
  return {
    change,
    about: 'guardrail',
    id,
    weight: change === 'gone' ? 'tell' : weightOf(after),
    sentence: text.finding[change](id, said.message),
    detail: change === 'changed' ? text.nowAndBefore(is.evidence, earlier) : said.evidence,
  };
}

/** Columns that came, went, or hold something else; of special categories what came is grave. */
function columnNews(
  { added, removed, reclassified, retyped, moved, newValues }: EditionColumns,
  {
    threshold,
    typeOf,
    isSpecial,
  }: { threshold: number; typeOf: (column: string) => string; isSpecial: (column: string) => boolean },
): EditionNews[] {
  const weight = (column: string): EditionNews['weight'] => (isSpecial(column) ? 'warn' : 'tell');
  const news = (change: EditionNews['change'], column: string, sentence: string): EditionNews => ({
    change,
    about: 'column',
    id: column,
    weight: change === 'gone' ? 'tell' : weight(column),
    sentence,
    detail: '',
  });
  const two = (hundredths: number): string => (hundredths / 100).toFixed(2);
  return [
    ...added.map((column) => news('new', column, text.added(column, typeOf(column)))),
    ...reclassified.map(({ column, from, to }) =>
      news('changed', column, text.reclassified(column, typeName(from), typeName(to))),
    ),
    ...newValues
      .filter(({ sensitive, column }) => sensitive || moved.some((one) => one.column === column))
      .map(({ column, values, sensitive }) => news('new', column, text.newValues(column, values, sensitive))),
    ...moved.map(({ column, hundredths }) =>
      news('changed', column, text.moved(column, two(hundredths), two(threshold))),
    ),
    ...retyped.map(({ column, from, to }) => news('changed', column, text.retyped(column, from, to))),
    ...removed.map((column) => news('gone', column, text.removed(column))),
  ];
}

/** Found to hold data of a special category. */
const specialColumn = (found: readonly Finding[], column: string): boolean =>
  found.some((finding) => finding.name === column && hasFlag(finding, specialFlags));

const weights: readonly EditionNews['weight'][] = ['block', 'warn', 'tell'];
const changes: readonly EditionNews['change'][] = ['new', 'changed', 'gone'];
/** What is new first, and of that the gravest. */
const place = ({ change, weight }: EditionNews): number =>
  changes.indexOf(change) * weights.length + weights.indexOf(weight);

/**
 * What the log says of a dataset against the edition before it, the newest check, worded; null where it was never held
 * against one.
 * @throws Failure WORKSPACE_NONE
 */
export function keptEdition(state: EngineSession, datasetId: string): EditionCheck | null {
  const { catalog } = state.requireWorkspace();
  const entry = catalog
    .entriesOf('edition.checked')
    .filter(({ payload }) => payload.datasetId === datasetId)
    .at(-1);
  if (entry === undefined) return null;
  const {
    earlierId,
    release,
    purpose,
    recipeOf,
    recipeFits,
    day,
    beforeEntry,
    rowsBefore,
    rowsAfter,
    findings,
    people,
    columns,
    policy,
  } = entry.payload;
  const datasets = catalog.datasets.list();
  const nameOf = (id: string): string => datasets.find((one) => one.id === id)?.name ?? text.deleted;
  const here = catalog.classifications.get(datasetId)?.columns ?? [];
  const typeOf = (column: string): string => typeName(here.find(({ name }) => name === column)?.type ?? '');
  const changed = ({ before, after }: typeof findings): EditionNews[] =>
    compareFindings(before, after).map(findingNews);
  const asked = changed(findings);
  const news: EditionNews[] = [
    ...asked,
    // Of a release that is for targeting they were told already.
    ...changed(people)
      .filter(({ id }) => !asked.some((one) => one.id === id))
      .map((one) => ({
        ...one,
        weight: one.weight === 'block' ? ('warn' as const) : one.weight,
        sentence: text.asTargeting(one.sentence),
      })),
    ...columnNews(columns, {
      threshold: policy.find(({ topic }) => topic === 'distribution-shift')?.value ?? 1,
      typeOf,
      isSpecial: (column) =>
        columns.newValues.some((one) => one.column === column && one.sensitive) || specialColumn(here, column),
    }),
    ...(rowsBefore === rowsAfter
      ? []
      : [
          {
            change: 'changed' as const,
            about: 'rows' as const,
            id: '',
            weight: 'tell' as const,
            sentence: text.rows(rowsBefore, rowsAfter),
            detail: '',
          },
        ]),
  ];
  const { notes } = text;
  return {
    datasetId,
    earlier: { datasetId: earlierId, name: nameOf(earlierId) },
    release,
    purpose,
    recipeOf: recipeOf === null ? null : nameOf(recipeOf),
    day,
    rows: { before: rowsBefore, after: rowsAfter },
    nothingNew: news.length === 0,
    news: news.toSorted((one, other) => place(one) - place(other)),
    columns,
    findings: findings.after.flatMap(worded),
    notes: [
      recipeOf === null ? (recipeFits ? notes.asTheyAre : notes.recipeUnfit) : notes.byRecipe(nameOf(recipeOf)),
      ...(beforeEntry === null ? [notes.measuredNow] : []),
      notes.datesApart,
    ],
    checkedAt: entry.ts,
    registerEntry: entry.seq,
  };
}
