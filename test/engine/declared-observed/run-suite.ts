import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { policyOn } from '#shared/policy/index.ts';
import { compareRegister } from '#shared/register/compare/compare-register.ts';
import type { Comparison, Difference, DifferenceRule } from '#shared/register/compare/difference.ts';
import { differenceRules } from '#shared/register/compare/difference.ts';
import { observeColumn } from '#shared/register/observed/observe-column.ts';
import type { Observed, ObservedMoment } from '#shared/register/observed/observed.ts';
import { classifyCells } from '#test/support/classify-cells.ts';
import type { UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { snapshotOf } from './records.ts';
import { datasetId, datasetName, today, type LookAlike, type Planted, type SuiteCase } from './suite-case.ts';

/** What a difference is about, in the one word that cases name it by. */
export function aboutOf(difference: Difference): string {
  switch (difference.rule) {
    case 'special-undeclared':
      return difference.detail.special;
    case 'category-undeclared':
      return difference.detail.category;
    case 'recipient-undeclared':
    case 'transfer-undeclared':
      return difference.detail.recipient;
    case 'purpose-undeclared':
    case 'basis-missing':
    case 'condition-missing':
      return difference.detail.purpose;
    case 'purpose-missing':
      return difference.detail.activity;
    case 'retention-overdue':
      return difference.detail.period;
    case 'dataset-undeclared':
      return difference.dataset.name;
    case 'identifier-undeclared':
    case 'minors-undeclared':
      return difference.columns[0] ?? '';
  }
}

const day = /^\d{4}(-\d{2}-\d{2})?$/;

/** First and last day of the columns that hold days or years, as the engine keeps them sealed. */
function momentsOf(table: SuiteCase['table']): ObservedMoment[] {
  return Object.entries(table).flatMap(([column, cell]) => {
    const values = Array.from({ length: 80 }, (_, row) => cell(row)).filter((value) => day.test(value));
    const sorted = values.toSorted();
    return values.length < 80 ? [] : [{ column, earliest: sorted[0]!, latest: sorted.at(-1)! }];
  });
}

const decided = (finding: Finding, { decisions }: SuiteCase): Finding => {
  const decision = decisions?.[finding.name];
  if (decision === undefined) return finding;
  const by = {
    column: finding.name,
    action: 'overridden',
    reason: null,
    actor: 'Ada',
    at: `${today}T09:00:00Z`,
  } as const;
  return effectiveFinding(finding, { ...by, ...decision }, 'customer-tracking');
};

async function observed(each: SuiteCase): Promise<Observed> {
  const findings = Object.values(await classifyCells(each.table)).map((finding) => decided(finding, each));
  return {
    datasets: [
      {
        id: datasetId,
        name: datasetName,
        fileName: `${datasetName}.csv`,
        earlier: each.earlier ?? [],
        importedAt: each.importedAt ?? `${today}T08:00:00.000Z`,
        channel: null,
        columns: findings.map(observeColumn),
        moments: momentsOf(each.table),
        rowsArePeople: each.rowsArePeople ?? null,
        entry: 2,
        columnsEntry: 3,
      },
    ],
    unreadable: [],
    releases: (each.releases ?? []).map(({ recipient, purpose = 'p1-find-segments', label = 'pseudonymised' }, at) => ({
      id: `r${at}`,
      datasetId,
      fileName: `out-${at}.csv`,
      purpose,
      purposeTitle: purpose,
      recipient,
      label,
      entry: 10 + at,
    })),
  };
}

/** What came out of one case. */
export interface CaseResult {
  title: string;
  comparison: Comparison;
  found: readonly Planted[];
  missed: readonly Planted[];
  falseAlarms: readonly Difference[];
  /** Look-alikes that were taken for what they look like. */
  mistaken: readonly LookAlike[];
}

const isThat = (difference: Difference, [rule, about]: Planted): boolean =>
  difference.rule === rule && aboutOf(difference) === about;

/** Classifies the invented table, compares it with its register, and holds what comes out against what was planted. */
export async function runCase(each: SuiteCase, unreadable: UnreadableVersion[] = []): Promise<CaseResult> {
  const snapshot = snapshotOf(each.records, unreadable);
  const comparison = compareRegister(snapshot, await observed(each), policyOn(today), today);
  const { differences } = comparison;
  const falseAlarms = differences.filter((one) => !each.planted.some((planted) => isThat(one, planted)));
  const found = each.planted.filter((planted) => differences.some((one) => isThat(one, planted)));
  return {
    title: each.title,
    comparison,
    found,
    missed: each.planted.filter((planted) => !found.includes(planted)),
    falseAlarms,
    mistaken: (each.lookAlikes ?? []).filter(({ rule, about }) =>
      falseAlarms.some(
        (one) => one.rule === rule && (about === '*' || aboutOf(one) === about || one.columns.includes(about)),
      ),
    ),
  };
}

export interface RuleFigures {
  rule: DifferenceRule;
  planted: number;
  found: number;
  lookAlikes: number;
  falseAlarms: number;
}

/** Figures by rule, gravest first, over all cases. */
export function figures(cases: readonly SuiteCase[], results: readonly CaseResult[]): RuleFigures[] {
  const count = <T>(lists: readonly (readonly T[])[], is: (one: T) => boolean): number =>
    lists.flat().filter((one) => is(one)).length;
  return differenceRules.map((rule) => ({
    rule,
    planted: count(
      cases.map(({ planted }) => planted),
      ([of]) => of === rule,
    ),
    found: count(
      results.map(({ found }) => found),
      ([of]) => of === rule,
    ),
    lookAlikes: count(
      cases.map(({ lookAlikes = [] }) => lookAlikes),
      (one) => one.rule === rule,
    ),
    falseAlarms: count(
      results.map(({ falseAlarms }) => falseAlarms),
      (one) => one.rule === rule,
    ),
  }));
}
