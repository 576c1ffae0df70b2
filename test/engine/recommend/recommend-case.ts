import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { attackKinds, type AttackFindings, type AttackResult } from '#shared/domain/attack-results.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { recipeAttacks } from '#engine/use-cases/recipes/recipe-attacks.ts';
import { recommendRecipe, type Attacks } from '#engine/recommend/recommend-recipe.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import { tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { finding } from '#test/support/finding.ts';

export const referenceDate = '2026-11-23';
export const k = 5;

/** A number that follows from row and column alone, evenly spread. */
export const chance = (row: number, salt: number): number =>
  (Math.imul((row + 1) * 2654435761 + salt * 40503, 2246822519) >>> 0) / 2 ** 32;
/** The same, where many columns must have nothing to do with each other. */
export const mixed = (seed: number): number => {
  const first = Math.imul(seed ^ (seed >>> 15), 2246822519);
  const second = Math.imul(first ^ (first >>> 13), 3266489917);
  return ((second ^ (second >>> 16)) >>> 0) / 2 ** 32;
};
export const pick = <Value>(values: readonly Value[], at: number): Value => values[Math.floor(at * values.length)]!;
export const skewed = (at: number, many: number): number => Math.floor(at * at * many);

export interface Column {
  name: string;
  type: SemanticTypeId;
  class?: Finding['class'];
  flags?: ColumnFlag[];
  evidence?: Finding['evidence'];
  value(row: number): string | null;
}

export const dayOf = (at: number): string =>
  new Date(Date.UTC(1945, 0, 1) + Math.floor(at * 22_000) * 86_400_000).toISOString().slice(0, 10);
export const people: Column[] = [
  { name: 'Key', type: 'customer_id', class: 'linkable', value: (row) => `K${100_000 + row}` },
  { name: 'Second key', type: 'user_id', class: 'linkable', value: (row) => `u${row}` },
  { name: 'Name', type: 'full_name', class: 'linked', value: (row) => `Person ${row}` },
  { name: 'First', type: 'first_name', class: 'linkable', value: (row) => pick(['Ada', 'Bo', 'Cy'], chance(row, 1)) },
  { name: 'Mail', type: 'email_address', class: 'linked', value: (row) => `p${row}@example.com` },
  { name: 'Phone', type: 'phone_number', class: 'linked', value: (row) => `+49 30 ${9_000_000 + row}` },
  { name: 'Born', type: 'date_of_birth', class: 'linked', value: (row) => dayOf(chance(row, 2)) },
  { name: 'Age', type: 'age', class: 'linkable', value: (row) => String(18 + Math.floor(chance(row, 3) * 70)) },
  {
    name: 'ZIP',
    type: 'postal_code',
    class: 'linkable',
    value: (row) => String(10_000 + Math.floor(chance(row, 4) * 80_000)),
  },
  { name: 'City', type: 'city', class: 'linkable', value: (row) => `City ${skewed(chance(row, 5), 60)}` },
  {
    name: 'Lat',
    type: 'latitude',
    class: 'linkable',
    flags: ['precise_location'],
    value: (row) => (47 + chance(row, 6) * 8).toFixed(4),
  },
  {
    name: 'Faith',
    type: 'religion',
    class: 'linkable',
    flags: ['religion'],
    value: (row) => pick(['a', 'b'], chance(row, 7)),
  },
  {
    name: 'Income',
    type: 'income_bracket',
    class: 'linkable',
    flags: ['financial'],
    value: (row) => pick(['low', 'middle', 'high'], chance(row, 8)),
  },
  { name: 'IP', type: 'ip_address', flags: ['online_identifier'], value: (row) => `10.${row % 200}.1.2` },
  { name: 'Comment', type: 'free_text', value: (row) => `I like ${row}` },
  {
    name: 'Page',
    type: 'page_url',
    class: 'linked',
    flags: ['free_text_pii'],
    value: (row) => `https://example.com/${row < 40 ? `?m=p${row}@example.com` : row}`,
    evidence: [
      { kind: 'header', detail: 'The column name contains “page”.' },
      { kind: 'values', detail: evidenceText.valuesHold('email', 40, 1500, false) },
    ],
  },
  { name: 'Order', type: 'order_id', value: (row) => `o${row}` },
  { name: 'Spent', type: 'total_spent', value: (row) => (chance(row, 9) * 5000).toFixed(2) },
  { name: 'Paid', type: 'payment_method', value: (row) => pick(['card', 'card', 'invoice', 'cash'], chance(row, 10)) },
  { name: 'Category', type: 'product_category', value: (row) => `kind ${skewed(chance(row, 11), 45)}` },
  { name: 'Product', type: 'product_name', value: (row) => `thing ${row % 700}` },
  { name: 'Model', type: 'product_variation', value: (row) => `model ${row % 290}` },
  { name: 'Last order', type: 'order_date', flags: ['timestamp'], value: (row) => dayOf(chance(row, 12)) },
  { name: 'Returns', type: 'purchase_count', flags: ['exact_age'], value: () => '0' },
  { name: 'Tickets', type: 'complaint_count', value: (row) => String(row % 40 === 0 ? 30 + (row % 9) : row % 33) },
  { name: 'Level', type: 'loyalty_segment', value: () => 'gold' },
  { name: 'Device', type: 'device_type', value: (row) => pick(['phone', 'desk'], chance(row, 13)) },
  { name: 'Thing', type: 'unknown', value: (row) => pick(['x', 'y', 'z'], chance(row, 14)) },
  { name: 'Nothing', type: 'usage_metric', value: () => null },
  { name: 'Seen', type: 'engagement_timestamp', flags: ['timestamp'], value: () => 'yesterday' },
];

/** Columns that tell of each other in small groups: what k allows of them, attacks find. */
export const hintsOfHints: Column[] = Array.from({ length: 6 }, (_, at) => ({
  name: `Fact ${at}`,
  type: pick(['total_spent', 'purchase_count', 'payment_method', 'product_category'] as const, (at % 4) / 4),
  value: (row) =>
    at % 4 < 2
      ? String(Math.floor((mixed(row * 977 + at) + mixed((row >> 3) * 31 + 5)) * 40))
      : `kind ${Math.floor(mixed(row * 977 + at) * 1.2 + mixed((row >> 3) * 31 + at) * 3)}`,
}));

export interface Case {
  recipe: Recipe;
  release: ReleaseKind;
  rows: number;
  columns: Column[];
  /** Source cells by column, and what the finished recipe makes of every row before any is left out. */
  source: Map<string, (string | null)[]>;
  outputs: Map<string, (string | null)[]>;
  purpose: NonNullable<ReturnType<typeof findPurpose>>;
  /** What is recommended of the same where nothing is attacked. */
  unattacked?: (() => Promise<Recipe>) | undefined;
  /** The attacks that a release of a recipe is put to; undefined where the case is not attacked. */
  attacksOn?: ((recipe: Recipe) => Promise<AttackFindings | null>) | undefined;
  /** What another recipe makes of every row of the same source. */
  under(recipe: Recipe): Promise<(string | null)[][]>;
}

/** How a case is attacked: largest risk allowed of each kind, in percent; and how many tables may be. */
export interface CaseAttacks {
  percent: number;
  most?: number;
  /** Recipes that are refused whatever attacks find. */
  refuses?: (recipe: Recipe) => boolean;
  signal?: AbortSignal;
  onTry?: (share: number) => void;
}

const limitsOf = ({ percent }: CaseAttacks): PolicyOverride[] =>
  attackKinds.map((kind) => ({
    key: `attack-limit.${kind}`,
    value: percent,
    by: 'Ada',
    at: '2026-11-23T10:00:00Z',
    reason: 'A test.',
  }));

const refusal: AttackResult = {
  attack: 'linkability',
  size: 1,
  level: 'row',
  main: 1,
  control: 0,
  mainTargets: 1000,
  controlTargets: 1000,
  baseline: 0,
  difference: 1,
  risk: 1,
  low: 0.99,
  high: 1,
  verdict: 'refused',
};

const attacksOf = ({ most, refuses = () => false }: CaseAttacks, attacks: Attacks): Attacks => ({
  ...attacks,
  most,
  on: async (recipe) =>
    refuses(recipe) ? { halves: 2, rows: 1000, limits: attacks.limits, results: [refusal] } : attacks.on(recipe),
});

/** A recommendation for a table of these columns, and what it makes of every row. */
export const runCase = async (
  duck: Duck,
  release: ReleaseKind,
  purposeOf: string | Purpose,
  columns: Column[],
  rows: number,
  way?: RecommendedWay,
  attacked?: CaseAttacks,
): Promise<Case> => {
  const cells = Array.from({ length: rows }, (_, row): TextRow => columns.map((column) => column.value(row)));
  await tableOf(duck, 'people', columns.length, cells);
  const known = columns.map(({ name }, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const findings = columns.map(({ name, type, class: held = 'non_pii', flags = [], evidence = [] }) =>
    finding(name, type, { class: held, flags, evidence, confidence: 1 }),
  );
  const profiles = await profileColumns(duck, 'people', known);
  const purpose = typeof purposeOf === 'string' ? findPurpose(purposeOf)! : purposeOf;
  const overrides = attacked === undefined ? [] : limitsOf(attacked);
  const basis = { source: { duck, relation: 'people', columns: known }, findings, referenceDate, overrides, purpose };
  const attacks =
    attacked && attacksOf(attacked, recipeAttacks(basis, { signal: attacked.signal, onTry: attacked.onTry }));
  const asked = {
    duck,
    relation: 'people',
    columns: known,
    findings,
    profiles,
    purpose,
    release,
    way,
    k,
    suppression: 0.05,
    referenceDate,
    overrides,
    attacks,
    signal: attacked?.signal,
  };
  const recipe = await recommendRecipe(asked);
  const keys = { pseudonymKey: () => new Uint8Array(32), orderKey: () => new Uint8Array(32) };
  const run = async (other: Recipe): Promise<Map<string, (string | null)[]>> => {
    const made = await transformRows({
      source: { duck, relation: 'people', columns: known },
      recipe: other,
      findings,
      keys,
      referenceDate,
      overrides: [],
      spreadsheet: false,
      emptyIsNull: true,
    });
    const { outputs } = made.compiled;
    const read = await made.duck.texts(
      `SELECT ${outputs.map(({ physical }) => physical).join(', ')} FROM ${made.table} ORDER BY rowid`,
    );
    await made.close();
    return new Map(outputs.map(({ name }, at) => [name, read[at]!]));
  };
  return {
    recipe,
    release,
    rows,
    columns,
    purpose,
    source: new Map(columns.map(({ name }, at) => [name, cells.map((row) => row[at] ?? null)])),
    outputs: await run(recipe),
    attacksOn: attacks?.on,
    unattacked: () => recommendRecipe({ ...asked, attacks: undefined }),
    under: async (other) => [...(await run(other)).values()],
  };
};

export const counts = (values: readonly (string | null)[]): Map<string | null, number> => {
  const found = new Map<string | null, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
};
export const filled = (values: readonly (string | null)[]): string[] =>
  values.filter((value): value is string => value !== null && value.trim() !== '');

/** Rows whose combination in all of the columns is shared by fewer than k. */
export function small(columns: readonly (readonly (string | null)[])[], rows: number): number {
  const keys = Array.from({ length: rows }, (_, row) => JSON.stringify(columns.map((column) => column[row])));
  const sizes = counts(keys);
  return keys.filter((key) => sizes.get(key)! < k).length;
}
