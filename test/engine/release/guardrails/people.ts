import { nothingDeclared } from '#shared/domain/declared-use.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { createHash } from 'node:crypto';
import type { ConsentStanding } from '#shared/domain/consent.ts';
import type { LedgerInHand } from '#engine/facts/ledger-lookup.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, RecipeStep, ReleaseKind } from '#shared/domain/recipe-file.ts';
import { neededFacts } from '#shared/guardrails/index.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { guardRelease } from '#engine/release/guard-release.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import { tableOf } from '#test/support/duck-rows.ts';
import { keys } from '../release-fixture.ts';
import { finding } from '#test/support/finding.ts';

export type Cell = string | null;
export const today = '2026-11-23';
/** A number of 0…1 by row and column, so that one column tells nothing of another. */
export const chance = (row: number, salt: number): number => {
  const seed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  const first = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return ((second ^ (second >>> 16)) >>> 0) / 2 ** 32;
};
const pick = <Value>(values: readonly Value[], at: number): Value => values[Math.floor(at * values.length)]!;
const dayOf = (at: number, from: number, days: number): string =>
  new Date(Date.UTC(from, 0, 1) + Math.floor(at * days) * 86_400_000).toISOString().slice(0, 10);

interface Column {
  name: string;
  type: SemanticTypeId;
  class?: Finding['class'];
  category?: Finding['category'];
  flags?: ColumnFlag[];
  value(row: number): Cell;
}
const people: Column[] = [
  { name: 'Key', type: 'customer_id', class: 'linkable', category: 'personal', value: (row) => `K${100_000 + row}` },
  { name: 'Mail', type: 'email_address', class: 'linked', category: 'personal', value: (row) => `p${row}@example.com` },
  {
    name: 'Born',
    type: 'date_of_birth',
    class: 'linked',
    category: 'personal',
    value: (row) => (row % 37 === 0 ? null : dayOf(chance(row, 2), 1950, 22_000)),
  },
  {
    name: 'Age',
    type: 'age',
    class: 'linkable',
    category: 'personal',
    flags: ['exact_age'],
    value: (row) => (row % 29 === 0 ? 'old' : String(15 + Math.floor(chance(row, 3) * 60))),
  },
  {
    name: 'City',
    type: 'city',
    class: 'linkable',
    category: 'personal',
    value: (row) => pick(['Bonn', 'Ulm', 'Kiel', 'Trier'], chance(row, 5)),
  },
  {
    name: 'Lat',
    type: 'latitude',
    class: 'linkable',
    category: 'personal',
    flags: ['precise_location'],
    value: (row) => (47 + chance(row, 6) * 8).toFixed(4),
  },
  {
    name: 'Faith',
    type: 'religion',
    class: 'linkable',
    category: 'personal',
    flags: ['religion'],
    value: (row) => pick(['a', 'b'], chance(row, 7)),
  },
  {
    name: 'Ill',
    type: 'diagnosis',
    class: 'linkable',
    category: 'personal',
    flags: ['health'],
    value: (row) => pick(['x', 'y', 'z'], chance(row, 8)),
  },
  {
    name: 'Seen',
    type: 'engagement_timestamp',
    category: 'behavioral',
    flags: ['timestamp'],
    value: (row) => `${dayOf(chance(row, 9), 2026, 320)} 10:${String(row % 60).padStart(2, '0')}:11`,
  },
  {
    name: 'cookie',
    type: 'cookie_id',
    category: 'technical',
    flags: ['online_identifier'],
    value: (row) => `c.${row}.${row * 7}`,
  },
  {
    name: 'Agreed',
    type: 'consent_status',
    category: 'engagement',
    flags: ['consent'],
    value: (row) => pick(['yes', 'no', 'yes'], chance(row, 10)),
  },
  { name: 'Churn', type: 'churn_label', category: 'behavioral', value: (row) => String(row % 2) },
  {
    name: 'Comment',
    type: 'free_text',
    category: 'attitudinal',
    value: (row) => `I came by on a day of rain and waited for parcel ${row} again`,
  },
  {
    name: 'Order',
    type: 'order_id',
    category: 'behavioral',
    value: (row) => (row % 10 === 0 ? `ask p${row}@example.org` : `O-${row}`),
  },
  {
    name: 'Plan',
    type: 'service_subscription',
    category: 'behavioral',
    value: (row) => `she wrote that we should call her about the plan number ${row} soon`,
  },
  {
    name: 'Pass',
    type: 'password',
    class: 'linked',
    category: 'technical',
    flags: ['credentials'],
    value: (row) => `pw${row}`,
  },
  {
    name: 'Spent',
    type: 'total_spent',
    category: 'behavioral',
    value: (row) => (row % 23 === 0 ? 'n/a' : (chance(row, 11) * 5000).toFixed(2)),
  },
  {
    name: 'Paid',
    type: 'payment_method',
    category: 'behavioral',
    flags: ['financial'],
    value: (row) => pick(['card', 'invoice'], chance(row, 12)),
  },
];

export interface Case {
  release: ReleaseKind;
  purpose: Purpose | null;
  findings: Finding[];
  unconfirmed: string[];
  workspace: boolean;
  steps: RecipeStep[];
  source: Map<string, Cell[]>;
  /** The written rows by column, and the source row that each is. */
  out: Map<string, Cell[]>;
  rids: number[];
  answers: GuardFinding[];
}

interface Given {
  columns: { name: string; physical: string; header: string | null }[];
  findings: Finding[];
  recipe: Recipe;
  purpose: Purpose | null;
  unconfirmed?: string[];
  workspace?: boolean;
  overrides?: PolicyOverride[];
  ledger?: LedgerInHand | undefined;
}

/** Where the ledger has somebody, by the number in their key. */
export const standingOf = (key: string): ConsentStanding =>
  (['withdrawn', 'refused', 'expired', 'pending', 'unknown', 'valid', 'valid'] as const)[Number(key.slice(1)) % 7]!;
/** A ledger that knows people by a column; null: by none. */
export const ledgerBy = (column: string | null): LedgerInHand => ({
  columns: column === null ? [] : [column],
  standingOf: ([key]) => standingOf(key ?? ''),
  lastEvent: 400,
  day: today,
});

/** Transforms and judges as a release does; the rows it would write are read out as they are. */
export async function judge(
  on: Duck,
  relation: string,
  { columns, findings, recipe, purpose, unconfirmed = [], workspace = true, overrides = [], ledger }: Given,
): Promise<Case> {
  const rows = await transformRows({
    source: { duck: on, relation, columns },
    recipe,
    purpose,
    ledger: ledger ?? null,
    facts: neededFacts,
    findings,
    keys,
    referenceDate: today,
    overrides,
    spreadsheet: false,
    emptyIsNull: true,
  });
  try {
    const measured = await measureOutput(rows, { recipe, findings });
    const answers = guardRelease(
      { recipe, purpose, findings, unconfirmed, workspace: workspace ? {} : null, declared: () => nothingDeclared },
      rows,
      measured,
    );
    const { outputs } = rows.compiled;
    // A keyed hash is only made when it is written.
    const putOff = new Set(rows.hashes.map(({ physical }) => physical));
    const cells = await rows.duck.texts(
      `SELECT rid::VARCHAR, ${outputs.map(({ physical }) => physical).join(', ')} FROM ${measured.kept} ORDER BY rid`,
    );
    const source = await on.texts(`SELECT ${columns.map(({ physical }) => physical).join(', ')} FROM ${relation}`);
    return {
      release: recipe.release,
      purpose,
      findings,
      unconfirmed,
      workspace,
      steps: recipe.steps,
      answers,
      rids: (cells[0] ?? []).map(Number),
      source: new Map(columns.map(({ name }, at) => [name, source[at] ?? []])),
      out: new Map(
        outputs.map(({ name, physical }, at) => [
          name,
          (cells[at + 1] ?? []).map((cell) =>
            cell !== null && putOff.has(physical) ? createHash('sha256').update(cell).digest('hex') : cell,
          ),
        ]),
      ),
    };
  } finally {
    await rows.close();
  }
}

/** Judges a recipe for the people above. */
export const ofPeople = async (
  duck: Duck,
  recipe: Recipe,
  over: {
    purpose?: Purpose | null;
    without?: string[];
    unconfirmed?: string[];
    workspace?: boolean;
    rows?: number;
    overrides?: PolicyOverride[];
    /** Other values of a column than the people above have. */
    instead?: Record<string, (row: number) => Cell>;
    /** What a column is taken for, where not for what it is above. */
    as?: Record<string, SemanticTypeId>;
    ledger?: LedgerInHand;
    only?: (cells: Map<string, Cell>) => boolean;
  } = {},
): Promise<Case> => {
  const used = people.filter(({ name }) => !(over.without ?? []).includes(name));
  const all = Array.from({ length: over.rows ?? 400 }, (_, row) =>
    used.map((column) => (over.instead?.[column.name] ?? column.value)(row)),
  );
  await tableOf(
    duck,
    'people',
    used.length,
    all.filter((cells) => over.only?.(new Map(used.map(({ name }, at) => [name, cells[at]!]))) ?? true),
  );
  const columns = used.map(({ name }, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const findings = used.map(({ name, type, class: held = 'non_pii', category = 'other', flags = [] }) =>
    finding(name, over.as?.[name] ?? type, { class: held, category, flags: flags, confidence: 1 }),
  );
  return judge(duck, 'people', {
    columns,
    findings,
    recipe: { columns: used.map(({ name }) => name), ...recipe },
    purpose: over.purpose === undefined ? findPurpose('P2')! : over.purpose,
    unconfirmed: over.unconfirmed ?? [],
    workspace: over.workspace ?? true,
    overrides: over.overrides ?? [],
    ledger: over.ledger,
  });
};
