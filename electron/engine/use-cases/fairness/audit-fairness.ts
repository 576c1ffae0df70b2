import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { auditGroups } from '#shared/fairness/audit-groups.ts';
import { intervalMethods, type FairnessAudit, type Grouping } from '#shared/domain/fairness-audit.ts';
import { auditSettings } from '#shared/fairness/settings.ts';
import { withWilson, type Share } from '#shared/fairness/share.ts';
import { groupsOfOne, testedIn } from '#shared/fairness/tested.ts';
import { writtenRule, type YesRule } from '#shared/fairness/yes-rule.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import type { AskedAudit, AuditColumns } from '#engine/fairness/asked-audit.ts';
import { textOf } from '#engine/fairness/cell-sql.ts';
import { decimalMarks, type DecimalMarks } from '#engine/fairness/decimal-marks.ts';
import { countCells, countScores, groupsOf, type CountedBin, type CountedCell } from '#engine/fairness/count-groups.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { countsPeople, personColumn } from '#engine/privacy/person/person-column.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { auditColumns } from './audit-columns.ts';
import { ruleForColumn, type ChosenRule } from './rule-for-column.ts';

/** Groups of one column at most, and of all crossed. */
const mostGroups = 100;
const mostCrossed = 2000;

interface Counted {
  cells: CountedCell[];
  bins: CountedBin[];
  scoreIsShare: boolean;
  noScore: number;
  scored: number;
}

const sumOf = (cells: readonly CountedCell[]): number => cells.reduce((sum, { people }) => sum + people, 0);

/**
 * The audit of an outcome against groups (E6), over all rows of the table.
 * @throws Failure COLUMN_UNKNOWN; WRONG_USAGE where a column, a value or the reference cannot be what was named;
 *   JOB_CANCELLED
 */
export async function auditFairness(
  table: TableInHand,
  asked: AskedAudit,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<FairnessAudit> {
  const columns = auditColumns(table, asked);
  phase(job, 0, 3);
  await requireGroups(table, columns);
  const findings = await table.findings();
  const { chosen, positive } = await yesRules(table, columns, asked, findings);
  const rules = { chosen: chosen.rule, positive: positive?.rule ?? null };
  const marks = await marksOf(table, columns, asked, rules);
  const counted = await count(table, columns, marks, rules);
  const { cells } = counted;
  table.holdCount(sumOf(cells));
  const measured = cells.filter((cell) => cell.chosen !== null);
  const labelled = measured.filter((cell) => cell.positive !== null);
  requireBoth(columns.outcome.name, chosen.rule, measured, (cell) => cell.chosen === true);
  if (columns.label && positive)
    requireBoth(columns.label.name, positive.rule, labelled, (cell) => cell.positive === true);
  const people = sumOf(measured);
  const leftOut = {
    noOutcome: sumOf(cells) - people,
    noLabel: columns.label ? people - sumOf(labelled) : 0,
    noScore: counted.noScore,
  };
  const yes = (column: string, { rule, chosenBy }: ChosenRule) => ({
    column,
    rule: writtenRule(rule),
    chosenBy,
  });
  const crossed = crossing(columns, measured);
  const groupings = await groupingsOf(counted, columns, crossed.sets, { named: asked.reference, job });
  const hits = sumOf(measured.filter((cell) => cell.chosen === true));
  return {
    file: table.fileName,
    rows: sumOf(cells),
    people,
    outcome: {
      ...yes(columns.outcome.name, chosen),
      chosen: hits,
      rate: shareWithLimits({ hits, of: people }),
    },
    label: columns.label &&
      positive && {
        ...yes(columns.label.name, positive),
        positive: sumOf(labelled.filter((cell) => cell.positive === true)),
        people: sumOf(labelled),
      },
    score: columns.score && { column: columns.score.name, people: counted.scored },
    leftOut,
    settings: auditSettings,
    methods: intervalMethods,
    tested: testedIn(groupings),
    groupings,
    notes: [
      ...yesNotes([
        [columns.outcome, chosen],
        [columns.label, positive],
      ]),
      ...commaNote(columns, asked, marks),
      ...leftOutNotes(columns, leftOut),
      ...(await rowsNote(table, findings)),
      ...oneNotes(groupings),
      ...(crossed.tooMany ? [fairnessText.notes.noCrossing(mostCrossed)] : []),
      ...(columns.label ? [] : [fairnessText.notes.noLabelGiven]),
      fairnessText.notes.auditOnly(columns.groups.map(({ name }) => name)),
      fairnessText.notes.limits,
    ],
  };
}

/** Which cells of outcome and label count as yes. @throws Failure WRONG_USAGE where nothing says it */
async function yesRules(
  table: TableInHand,
  { outcome, label }: AuditColumns,
  { chosen, positive }: AskedAudit,
  findings: readonly Finding[],
): Promise<{ chosen: ChosenRule; positive: ChosenRule | null }> {
  const findingOf = (name: string): Finding | undefined => findings.find((one) => one.name === name);
  return {
    chosen: await ruleForColumn(table, outcome, {
      typed: chosen,
      option: '--chosen',
      finding: findingOf(outcome.name),
    }),
    positive:
      label &&
      (await ruleForColumn(table, label, { typed: positive, option: '--positive', finding: findingOf(label.name) })),
  };
}

/** @throws Failure WRONG_USAGE for a column of more groups than a reader, or an interval, can take, or of one alone */
async function requireGroups({ duck, relation }: TableInHand, { groups }: AuditColumns): Promise<void> {
  const [many] = await duck.query<Record<string, number>>(
    `SELECT ${groups
      .map((column, at) => {
        const text = textOf(column);
        return `count(DISTINCT ${text}) AS n${at}, count(*) FILTER (${text} IS NULL) AS e${at}`;
      })
      .join(', ')} FROM ${relation}`,
  );
  groups.forEach(({ name }, at) => {
    const found = many?.[`n${at}`] ?? 0;
    if (found > mostGroups) throw new Failure('WRONG_USAGE', fairnessText.tooManyGroups(name, found, mostGroups));
    // Empty cells are a group of their own, beside which one value can be held.
    const all = found + Number((many?.[`e${at}`] ?? 0) > 0);
    if (all < 2) throw new Failure('WRONG_USAGE', fairnessText.oneGroup(name));
  });
}

interface Rules {
  chosen: YesRule;
  positive: YesRule | null;
}

/** What numbers are read with: as a person said, else as they are written. */
async function marksOf(
  table: TableInHand,
  columns: AuditColumns,
  { decimalMark: said }: AskedAudit,
  { chosen, positive }: Rules,
): Promise<DecimalMarks> {
  if (said !== undefined) return { outcome: said, label: said, score: said };
  const numbers = { outcome: chosen.kind === 'number', label: positive?.kind === 'number' };
  return decimalMarks(table, columns, numbers);
}

/** Which columns were found to be written with a decimal comma; a person who said so need not be told. */
function commaNote(
  { outcome, label, score }: AuditColumns,
  { decimalMark }: AskedAudit,
  marks: DecimalMarks,
): string[] {
  if (decimalMark !== undefined) return [];
  const read = [
    [outcome, marks.outcome],
    [label, marks.label],
    [score, marks.score],
  ] as const;
  const names = read.flatMap(([column, mark]) => (column !== null && mark === ',' ? [column.name] : []));
  return names.length === 0 ? [] : [fairnessText.notes.decimalComma([...new Set(names)])];
}

async function count(table: TableInHand, columns: AuditColumns, marks: DecimalMarks, rules: Rules): Promise<Counted> {
  const input = { source: table, columns, marks, ...rules };
  const cells = await countCells(input);
  if (columns.score === null) return { cells, bins: [], scoreIsShare: false, noScore: 0, scored: 0 };
  const { bins, isShare, missing, people } = await countScores(input);
  return { cells, bins, scoreIsShare: isShare, noScore: missing, scored: people };
}

/** @throws Failure WRONG_USAGE where nobody is left, or everybody or nobody counts as yes */
function requireBoth(
  column: string,
  rule: YesRule,
  cells: readonly CountedCell[],
  isHit: (cell: CountedCell) => boolean,
): void {
  const all = sumOf(cells);
  const hits = sumOf(cells.filter(isHit));
  if (all === 0) throw new Failure('WRONG_USAGE', fairnessText.nobody(column));
  if (hits === 0) throw new Failure('WRONG_USAGE', fairnessText.noneLike(column, writtenRule(rule), all));
  if (hits === all) throw new Failure('WRONG_USAGE', fairnessText.allLike(column, writtenRule(rule), all));
}

/** Every column by itself, then all of them crossed, by their index. */
function crossing({ groups }: AuditColumns, cells: readonly CountedCell[]): { sets: number[][]; tooMany: boolean } {
  const each = groups.map((_, at) => [at]);
  if (groups.length < 2) return { sets: each, tooMany: false };
  const tooMany = new Set(cells.map(({ values }) => JSON.stringify(values))).size > mostCrossed;
  return { sets: tooMany ? each : [...each, groups.map((_, at) => at)], tooMany };
}

/** One after the other, since many groups take a while: a Cancel gets its turn in between. */
async function groupingsOf(
  counted: Counted,
  columns: AuditColumns,
  sets: readonly number[][],
  { named, job }: { named: AskedAudit['reference']; job: Pick<JobContext, 'signal' | 'progress'> },
): Promise<Grouping[]> {
  const groupings: Grouping[] = [];
  for (const at of sets) {
    phase(job, 2 + groupings.length, 2 + sets.length);
    await breathe(job.signal);
    groupings.push(groupingOf(counted, columns, at, named));
  }
  return groupings;
}

const phase = (job: Pick<JobContext, 'progress'>, done: number, total: number): void =>
  job.progress({ phase: jobsText.phases.auditing, done, total, unit: 'steps' });

/** @throws Failure WRONG_USAGE where nobody belongs to the named reference */
function groupingOf(
  { cells, bins, scoreIsShare }: Counted,
  columns: AuditColumns,
  at: readonly number[],
  named: Record<string, string>,
): Grouping {
  const names = at.map((index) => columns.groups[index]?.name ?? '');
  const values = names.flatMap((name) => named[name] ?? []);
  const reference = values.length === names.length ? values : null;
  const found = auditGroups({
    columns: names,
    groups: groupsOf(cells, bins, at),
    hasLabel: columns.label !== null,
    scoreIsShare,
    reference,
  });
  if (found === undefined) throw new Failure('WRONG_USAGE', fairnessText.noReference(values));
  return found;
}

/** What was taken for yes without a person saying so. */
const yesNotes = (rules: readonly (readonly [SourceColumn | null, ChosenRule | null])[]): string[] =>
  rules.flatMap(([column, chosen]) =>
    column !== null && chosen?.chosenBy === 'values'
      ? [fairnessText.notes.yes(column.name, writtenRule(chosen.rule))]
      : [],
  );

function leftOutNotes(
  { outcome, label, score }: AuditColumns,
  { noOutcome, noLabel, noScore }: FairnessAudit['leftOut'],
): string[] {
  const { notes } = fairnessText;
  return [
    ...(noOutcome > 0 ? [notes.noOutcome(noOutcome, outcome.name)] : []),
    ...(label && noLabel > 0 ? [notes.noLabel(noLabel, label.name)] : []),
    ...(score && noScore > 0 ? [notes.noScore(noScore, score.name)] : []),
  ];
}

const shareWithLimits = (share: Share): FairnessAudit['outcome']['rate'] => {
  const { rate: value, low, high } = withWilson(share, auditSettings.confidence);
  return { value, low, high };
};

function oneNotes(groupings: readonly Grouping[]): string[] {
  const many = groupsOfOne(groupings);
  return many === 0 ? [] : [fairnessText.notes.groupsOfOne(many)];
}

/** A person of many rows counts many times: said where the classification knows who a row is about. */
async function rowsNote({ duck, relation, columns }: TableInHand, findings: readonly Finding[]): Promise<string[]> {
  const person = columns.find(({ name }) => name === personColumn(findings));
  if (person === undefined) return [];
  const [ids] = await duck.query<{ rows: number; filled: number; distinct: number }>(
    `SELECT count(*) AS rows, count(${textOf(person)}) AS filled, count(DISTINCT ${textOf(person)}) AS "distinct" ` +
      `FROM ${relation}`,
  );
  if (ids === undefined || !countsPeople(ids)) return [];
  return [fairnessText.notes.rowsNotPeople(ids.rows, ids.distinct, person.name)];
}
