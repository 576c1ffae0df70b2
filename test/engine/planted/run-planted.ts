import { writeFileSync } from 'node:fs';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { follow, type TestEngine } from '#test/support/make-engine.ts';
import { judgedRules, today, type CleanAlike, type JudgedRule, type Planted } from './planted-case.ts';

const usualRows = 80;
const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function csv({ table, rows = usualRows }: Planted | CleanAlike): string {
  const lines = Array.from({ length: rows }, (_, row) => Object.values(table).map((cell) => quoted(cell(row))));
  return [Object.keys(table).map((name) => quoted(name)), ...lines].map((line) => `${line.join(',')}\n`).join('');
}

const dropping = (
  columns: readonly string[],
  kept: readonly string[],
  release: Recipe['release'],
  purpose: string,
): Recipe => ({
  format: recipeFormat,
  formatVersion: recipeFormatVersion,
  purpose,
  release,
  referenceDate: today,
  target: kTarget(2, 1),
  // Somebody looked at the others and keeps them.
  roles: kept.map((column) => ({ column, role: 'could-be-known' as const })),
  steps: [
    {
      op: 'drop-columns',
      version: 1,
      settings: { columns: [...columns] },
      reason: 'barred from targeting',
      enabled: true,
    },
  ],
});

const keptBeside = ({ table }: Planted | CleanAlike, drops: readonly string[]): string[] =>
  Object.keys(table).filter((column) => !drops.includes(column));

/** Everything that the guardrails say of a dataset: written as a file, and read, classified and judged as any other. */
export async function judged(made: TestEngine, one: Planted | CleanAlike, at: number): Promise<GuardFinding[]> {
  const { release = 'targeting', purpose = 'P1', drops } = one;
  const name = `table-${at}.csv`;
  writeFileSync(made.path(name), csv(one));
  const { findings } = await follow(
    made.client.files.guard({
      grantId: made.engine.grants.add(made.path(name), 'read').grantId,
      release,
      today,
      ...(drops === undefined ? { purpose } : { recipe: dropping(drops, keptBeside(one, drops), release, purpose) }),
    }),
  );
  return findings;
}

export interface Outcome<Case> {
  one: Case;
  findings: GuardFinding[];
}

/** The rule answers as gravely as it must, or more so. */
export const isFound = ({ one, findings }: Outcome<Planted>): boolean => {
  const verdict = findings.find(({ id }) => id === one.breaks)?.verdict;
  return verdict === 'block' || (one.verdict === 'warn' && verdict === 'warn');
};

/** The rules that block. */
export const blocking = (findings: readonly GuardFinding[]): string[] =>
  findings.filter(({ verdict }) => verdict === 'block').map(({ id }) => id);

export interface Confusion {
  rule: JudgedRule;
  planted: number;
  found: number;
  missed: number;
  lookAlikes: number;
  blockedByIt: number;
  blockedByOthers: number;
}

/** What came out, a row per rule and one for all. */
export function confusion(
  planted: readonly Outcome<Planted>[],
  clean: readonly Outcome<CleanAlike>[],
): (Omit<Confusion, 'rule'> & { rule: JudgedRule | 'all' })[] {
  const rows = judgedRules.map((rule): Confusion => {
    const own = planted.filter(({ one }) => one.breaks === rule);
    const alike = clean.filter(({ one }) => one.alike === rule);
    const found = own.filter(isFound).length;
    const blocked = alike.map(({ findings }) => blocking(findings)).filter((rules) => rules.length > 0);
    const blockedByIt = blocked.filter((rules) => rules.includes(rule)).length;
    return {
      rule,
      planted: own.length,
      found,
      missed: own.length - found,
      lookAlikes: alike.length,
      blockedByIt,
      blockedByOthers: blocked.length - blockedByIt,
    };
  });
  const sum = (key: Exclude<keyof Confusion, 'rule'>): number => rows.reduce((total, row) => total + row[key], 0);
  return [
    ...rows,
    {
      rule: 'all',
      planted: sum('planted'),
      found: sum('found'),
      missed: sum('missed'),
      lookAlikes: sum('lookAlikes'),
      blockedByIt: sum('blockedByIt'),
      blockedByOthers: sum('blockedByOthers'),
    },
  ];
}
