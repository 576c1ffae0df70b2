import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe, RecipeStep, ReleaseKind } from '#shared/domain/recipe-file.ts';
import { judgeRelease } from '#shared/guardrails/index.ts';
import { isFreeTextType } from '#shared/guardrails/type-properties.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { guardrailsText as text } from '#shared/text/guardrails.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { recommendRecipe } from '#engine/recommend/recommend-recipe.ts';
import { guardInput } from '#engine/release/guard-release.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { transformRows } from '#engine/release/transform-rows.ts';
import { catalogueKinds, numberSaid } from '#test/support/catalogue-kinds.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { keys, recipeOf, step, testFolders } from './release-fixture.ts';

type Cell = string | null;
const today = '2026-11-23';
const chance = (row: number, salt: number): number => (Math.imul((row + 1) * 2654435761 + salt * 40503, 2246822519) >>> 0) / 2 ** 32;
const pick = <Value>(values: readonly Value[], at: number): Value => values[Math.floor(at * values.length)]!;
const dayOf = (at: number, from: number, days: number): string => new Date(Date.UTC(from, 0, 1) + Math.floor(at * days) * 86_400_000).toISOString().slice(0, 10);

interface Column { name: string; type: string; class?: Finding['class']; category?: Finding['category']; flags?: ColumnFlag[]; value(row: number): Cell }
const people: Column[] = [
  { name: 'Key', type: 'customer_id', class: 'linkable', category: 'personal', value: (row) => `K${100_000 + row}` },
  { name: 'Mail', type: 'email_address', class: 'linked', category: 'personal', value: (row) => `p${row}@example.com` },
  { name: 'Born', type: 'date_of_birth', class: 'linked', category: 'personal', value: (row) => (row % 37 === 0 ? null : dayOf(chance(row, 2), 1950, 22_000)) },
  { name: 'Age', type: 'age', class: 'linkable', category: 'personal', flags: ['exact_age'], value: (row) => (row % 29 === 0 ? 'old' : String(15 + Math.floor(chance(row, 3) * 60))) },
  { name: 'City', type: 'city', class: 'linkable', category: 'personal', value: (row) => pick(['Bonn', 'Ulm', 'Kiel', 'Trier'], chance(row, 5)) },
  { name: 'Lat', type: 'latitude', class: 'linkable', category: 'personal', flags: ['precise_location'], value: (row) => (47 + chance(row, 6) * 8).toFixed(4) },
  { name: 'Faith', type: 'religion', class: 'linkable', category: 'personal', flags: ['religion'], value: (row) => pick(['a', 'b'], chance(row, 7)) },
  { name: 'Ill', type: 'diagnosis', class: 'linkable', category: 'personal', flags: ['health'], value: (row) => pick(['x', 'y', 'z'], chance(row, 8)) },
  { name: 'Seen', type: 'engagement_timestamp', category: 'behavioral', flags: ['timestamp'], value: (row) => `${dayOf(chance(row, 9), 2026, 320)} 10:${String(row % 60).padStart(2, '0')}:11` },
  { name: 'cookie', type: 'cookie_id', category: 'technical', flags: ['online_identifier'], value: (row) => `c.${row}.${row * 7}` },
  { name: 'Agreed', type: 'consent_status', category: 'engagement', flags: ['consent'], value: (row) => pick(['yes', 'no', 'yes'], chance(row, 10)) },
  { name: 'Churn', type: 'churn_label', category: 'behavioral', value: (row) => String(row % 2) },
  { name: 'Comment', type: 'free_text', category: 'attitudinal', value: (row) => `I came by on a day of rain and waited for parcel ${row} again` },
  { name: 'Order', type: 'order_id', category: 'behavioral', value: (row) => (row % 10 === 0 ? `ask p${row}@example.org` : `O-${row}`) },
  { name: 'Plan', type: 'service_subscription', category: 'behavioral', value: (row) => `she wrote that we should call her about the plan number ${row} soon` },
  { name: 'Pass', type: 'password', class: 'linked', category: 'technical', flags: ['credentials'], value: (row) => `pw${row}` },
  { name: 'Spent', type: 'total_spent', category: 'behavioral', value: (row) => (row % 23 === 0 ? 'n/a' : (chance(row, 11) * 5000).toFixed(2)) },
  { name: 'Paid', type: 'payment_method', category: 'behavioral', value: (row) => pick(['card', 'invoice'], chance(row, 12)) },
];

interface Case {
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

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

interface Given { columns: { name: string; physical: string; header: string | null }[]; findings: Finding[]; recipe: Recipe; purpose: Purpose | null; unconfirmed?: string[]; workspace?: boolean }

/** Transforms and judges as a release does; the rows it would write are read out as they are. */
async function judge(on: Duck, relation: string, { columns, findings, recipe, purpose, unconfirmed = [], workspace = true }: Given): Promise<Case> {
  const rows = await transformRows({ source: { duck: on, relation, columns }, recipe, purpose, findings, keys, referenceDate: today, spreadsheet: false, emptyIsNull: true });
  try {
    const measured = await measureOutput(rows, { recipe, findings });
    const answers = judgeRelease(guardInput({ recipe, purpose, findings, unconfirmed, workspace: workspace ? {} : null }, rows, measured));
    const { outputs } = rows.compiled;
    // A keyed hash is only made when it is written.
    const putOff = new Set(rows.hashes.map(({ physical }) => physical));
    const cells = await rows.duck.texts(`SELECT rid::VARCHAR, ${outputs.map(({ physical }) => physical).join(', ')} FROM ${measured.kept} ORDER BY rid`);
    const source = await on.texts(`SELECT ${columns.map(({ physical }) => physical).join(', ')} FROM ${relation}`);
    return {
      release: recipe.release, purpose, findings, unconfirmed, workspace, steps: recipe.steps, answers, rids: (cells[0] ?? []).map(Number),
      source: new Map(columns.map(({ name }, at) => [name, source[at] ?? []])),
      out: new Map(outputs.map(({ name, physical }, at) => [name, (cells[at + 1] ?? []).map((cell) => (cell !== null && putOff.has(physical) ? createHash('sha256').update(cell).digest('hex') : cell))])),
    };
  } finally {
    await rows.close();
  }
}

const ofPeople = async (recipe: Recipe, over: { purpose?: Purpose | null; without?: string[]; unconfirmed?: string[]; workspace?: boolean; rows?: number; only?: (cells: Map<string, Cell>) => boolean } = {}): Promise<Case> => {
  const used = people.filter(({ name }) => !(over.without ?? []).includes(name));
  const all = Array.from({ length: over.rows ?? 400 }, (_, row) => used.map((column) => column.value(row)));
  await tableOf(duck, 'people', used.length, all.filter((cells) => over.only?.(new Map(used.map(({ name }, at) => [name, cells[at]!]))) ?? true));
  const columns = used.map(({ name }, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const findings = used.map((column): Finding => ({ name: column.name, class: column.class ?? 'non_pii', category: column.category ?? 'other', type: column.type, flags: column.flags ?? [], confidence: 1, needsReview: false, runnerUp: null, evidence: [], notes: [] }));
  return judge(duck, 'people', { columns, findings, recipe: { columns: used.map(({ name }) => name), ...recipe }, purpose: over.purpose === undefined ? findPurpose('P2')! : over.purpose, unconfirmed: over.unconfirmed ?? [], workspace: over.workspace ?? true });
};

const findingOf = (made: Case, name: string): Finding => made.findings.find((finding) => finding.name === name)!;
const filled = (cells: readonly Cell[] | undefined): string[] => (cells ?? []).filter((cell): cell is string => cell !== null && cell !== '');
const readable = (made: Case): string[] => [...made.out].filter(([, cells]) => !cells.every((cell) => cell === '[redacted]') || cells.length === 0).map(([name]) => name);
const has = (made: Case, flags: readonly ColumnFlag[]) => (name: string): boolean => findingOf(made, name).flags.some((flag) => flags.includes(flag));
/** As it stood in the source, in most rows that are written. */
const asItWas = (made: Case) => (name: string): boolean => {
  const cells = made.out.get(name)!;
  const same = cells.filter((cell, at) => (cell ?? '') === (made.source.get(name)![made.rids[at]!] ?? '')).length;
  return cells.length === 0 ? !made.steps.some(({ op, settings }) => op !== 'suppress-small-classes' && (settings['columns'] as string[]).includes(name)) : same > 0.9 * cells.length;
};
const isHash = (made: Case) => (name: string): boolean => filled(made.out.get(name)).length > 0 && filled(made.out.get(name)).every((cell) => /^[\da-f]{64}$/.test(cell)) && !asItWas(made)(name);
const where = (made: Case, test: (name: string) => boolean): string[] => readable(made).filter(test);
const opOf = (made: Case, op: string): string[] => made.steps.filter((each) => each.op === op && each.enabled).flatMap(({ settings }) => settings['columns'] as string[]);

const special: ColumnFlag[] = ['race_ethnicity', 'religion', 'political', 'trade_union', 'health', 'sexual_orientation', 'biometric', 'genetic', 'criminal'];
const beliefs: ColumnFlag[] = special.filter((flag) => flag !== 'health');
const exactTypes = ['latitude', 'longitude', 'geo_coordinates', 'date_of_birth', 'age', 'ip_address'];
const isExact = (made: Case) => (name: string): boolean => asItWas(made)(name) && (exactTypes.includes(findingOf(made, name).type) || has(made, ['precise_location', 'exact_age', 'timestamp'])(name));
const isOwnWords = (made: Case) => (name: string): boolean => has(made, ['free_text_pii'])(name) || isFreeTextType(findingOf(made, name).type);
const points = (made: Case) => (name: string): boolean => findingOf(made, name).class === 'linked' || has(made, ['online_identifier'])(name) || isOwnWords(made)(name);
const holdsMail = (cell: string): boolean => /[\w.]+@[\w.]+\.\w+/.test(cell);

/** Years lived on the day, of one row; null where nothing tells. */
function ageOf(made: Case, row: number): number | null {
  const ages = made.findings.flatMap(({ name, type }) => {
    const cell = made.source.get(name)![row] ?? '';
    if (type === 'age' && /^\d+$/.test(cell)) return [Number(cell)];
    if (type !== 'date_of_birth' || !/^\d{4}-\d\d-\d\d$/.test(cell)) return [];
    return [Number(today.slice(0, 4)) - Number(cell.slice(0, 4)) - (today.slice(5) < cell.slice(5) ? 1 : 0)];
  });
  return ages.length === 0 ? null : Math.min(...ages);
}
const rowsOf = (made: Case): number[] => Array.from({ length: [...made.source.values()][0]?.length ?? 0 }, (_, row) => row);

const isNumber = (cell: Cell | undefined): boolean => /^-?\d+(?:\.\d+)?$/.test(cell ?? '');
/** Of the people above by what is no number; of another table by what is empty where nothing was left out. */
const unreadable = (made: Case, name: string): number | null => {
  if (made.source.has('Key')) return filled(made.source.get(name)).filter((cell) => !isNumber(cell)).length;
  return made.rids.length < made.source.get(name)!.length || !made.out.has(name) ? null : made.out.get(name)!.filter((cell, at) => (cell ?? '') === '' && (made.source.get(name)![at] ?? '').trim() !== '').length;
};

/** The smallest class over columns of the written rows; nothing repeats a person here. */
function smallest(made: Case, columns: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const at of made.rids.keys()) {
    const key = JSON.stringify(columns.map((name) => made.out.get(name)![at]));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return sizes.size === 0 ? 0 : Math.min(...sizes.values());
}

type Check = (made: Case, answer: GuardFinding, said: string[]) => void;
const nothing: Check = () => undefined;
const are = (test: (made: Case) => (name: string) => boolean): Check => (made, { columns }) => expect([...columns].sort()).toEqual(where(made, test(made)).sort());
const none = (test: (made: Case) => (name: string) => boolean): Check => (made) => expect(where(made, test(made))).toEqual([]);
const countsColumns: Check = (_, { columns }, [many]) => expect(numberSaid(many)).toBe(columns.length);
const notFor = (release: ReleaseKind): Check => (made) => expect(made.release).not.toBe(release);
const named: Check = (made, _, [title]) => expect(title).toBe(made.purpose?.title);
const noPurpose: Check = (made) => expect(made.purpose).toBeNull();
const onConsent = (made: Case): boolean => made.purpose!.lawfulBases.some(({ basis }) => basis === 'consent');
const listed = (names: string): string[] => [...names.matchAll(/“([^”]+)”/g)].map(([, name]) => name!);
/** k of the columns that the guardrail counts, and whether it says rows. */
const classIs: Check = (made, { columns, evidence }, [size]) => {
  const counted = columns.length > 0 ? columns : listed(/\((.*?)\)/.exec(evidence)?.[1] ?? '');
  if (!evidence.includes(' more') && [...made.source.values()][0]!.length <= 400) expect(numberSaid(size)).toBe(smallest(made, counted));
};

const checks: Record<string, Check> = {
  noColumns: (made) => expect(made.release === 'targeting' || made.purpose !== null ? readable(made).filter((name) => findingOf(made, name) !== undefined) : []).toEqual([]),
  'g1.noPurpose.message': noPurpose, 'g1.noPurpose.evidence': noPurpose,
  'g1.noReason.message': named,
  'g1.noReason.evidence': (made, _, [without, bases]) => expect([numberSaid(without), numberSaid(bases)]).toEqual([made.purpose!.lawfulBases.filter(({ why }) => why.trim() === '').length, made.purpose!.lawfulBases.length]),
  'g1.special.message': are((made) => has(made, special)), 'g1.special.evidence': countsColumns,
  'g1.pass': (made, answer, said) => { named(made, answer, said); none((each) => has(each, special))(made, answer, said); },
  'g2.noPurpose.message': noPurpose, 'g2.noPurpose.evidence': noPurpose,
  'g2.otherUse.message': named, 'g2.otherUse.evidence': (made) => expect(made.purpose!.targeting).toBe(false), 'g2.pass': named,
  'g3.noPurpose.message': noPurpose,
  'g3.spare.message': are((made) => (name) => !made.purpose!.dataNeeded.some(({ types }) => types.includes(findingOf(made, name).type) || types.includes(findingOf(made, name).category))), 'g3.spare.evidence': countsColumns,
  'g3.pass': none((made) => (name) => !made.purpose!.dataNeeded.some(({ types }) => types.includes(findingOf(made, name).type) || types.includes(findingOf(made, name).category))),
  'g3.passEvidence': (made, _, [kinds]) => expect(numberSaid(kinds)).toBe(new Set(made.purpose!.dataNeeded.flatMap(({ types }) => types)).size),
  'g4.unread.message': (made, { columns }, [values]) => {
    const counts = columns.map((name) => unreadable(made, name));
    if (!counts.includes(null)) expect(numberSaid(values)).toBe(counts.reduce((sum: number, each) => sum + each!, 0));
    // What is written of them is empty.
    for (const name of columns) expect(made.out.get(name)!.every((cell, at) => (cell ?? '') === '' || isNumber(made.source.get(name)![made.rids[at]!]) || !/^(?:Age|Spent)$/.test(name))).toBe(true);
  },
  'g4.unread.evidence': (made, _, [place, rows]) => {
    const [name] = made.steps[Number(place) - 1]!.settings['columns'] as string[];
    expect(numberSaid(rows)).toBe(unreadable(made, name!) ?? numberSaid(rows));
  },
  'g4.nothingRead': (made) => expect(made.steps.filter(({ op, enabled }) => enabled && ['age-bands', 'truncate-date', 'numeric-bins', 'round-number'].includes(op))).toEqual([]),
  'g4.pass': (made) => {
    for (const { op, settings } of made.steps)
      if (['age-bands', 'truncate-date', 'numeric-bins', 'round-number'].includes(op)) for (const name of settings['columns'] as string[]) expect((made.out.get(name) ?? []).every((cell, at) => (cell ?? '') !== '' || (made.source.get(name)![made.rids[at]!] ?? '') === '')).toBe(true);
  },
  'g5.noPurpose.message': noPurpose, 'g5.undecided.message': named, 'g5.undecided.evidence': (made) => expect(made.purpose!.retentionDays).toBeNull(),
  'g5.noReason.message': (made, _, [title, days]) => expect([title, numberSaid(days)]).toEqual([made.purpose!.title, made.purpose!.retentionDays]),
  'g5.noReason.evidence': (made) => expect(made.purpose!.retentionWhy.trim()).toBe(''),
  'g5.pass': (made, _, [title, days]) => expect([title, numberSaid(days)]).toEqual([made.purpose!.title, made.purpose!.retentionDays]),
  'g6.secret.message': are((made) => (name) => has(made, ['credentials'])(name) && !isHash(made)(name)), 'g6.secret.evidence': countsColumns,
  'g6.noneCounted': (made, { evidence }) => expect(evidence).toContain('Counted over 0 columns'),
  'g6.evidence': (made, answer, [columns, names, size]) => {
    if (names!.includes(' more')) expect(numberSaid(columns)).toBe(5 + numberSaid(/and (\d+) more/.exec(names!)?.[1]));
    else expect(numberSaid(columns)).toBe(listed(names!).length);
    classIs(made, { ...answer, columns: [] }, [size!]);
  },
  'g6.evidenceOfNone': (made, _, [size]) => expect([made.rids.length > 0, numberSaid(size) <= made.rids.length]).toEqual([true, true]),
  'g6.nearlyUnique.message': (made, { columns }) => {
    for (const name of columns) expect(new Set(made.out.get(name)).size).toBeGreaterThanOrEqual(0.85 * made.rids.length);
  },
  'g6.nearlyUnique.evidence': (made, { columns }) => expect(smallest(made, where(made, (name) => !columns.includes(name)))).toBeGreaterThan(1),
  'g6.pass': (made, answer, [, size]) => classIs(made, answer, [size!]),
  'g6.fewInAll.message': (made, _, [size]) => expect(numberSaid(size)).toBe(made.rids.length),
  'g6.small.anonymised': classIs, 'g6.small.otherwise': classIs,
  'g6.small.noRow': (made) => expect(made.rids).toEqual([]),
  'g7.noWorkspace.message': (made) => expect(made.workspace).toBe(false),
  'g7.unconfirmed.message': (made, { columns }) => expect(columns).toEqual(made.unconfirmed), 'g7.unconfirmed.evidence': countsColumns,
  'g7.pass': (made) => expect([made.workspace, made.unconfirmed]).toEqual([true, []]),
  'e1.targeting': are(isExact), 'e1.otherwise': are(isExact), 'e1.evidence': countsColumns, 'e1.pass': none(isExact),
  'e2.noColumn.message': (made) => expect([onConsent(made), made.findings.filter(({ flags }) => flags.includes('consent'))]).toEqual([true, []]), 'e2.noColumn.evidence': nothing,
  'e2.unchecked.message': (made) => expect([onConsent(made), made.release]).toEqual([true, 'pseudonymised']),
  'e2.unchecked.evidence': (made, { columns }, [many]) => expect([numberSaid(many), columns]).toEqual([made.findings.filter(({ flags }) => flags.includes('consent')).length, made.findings.filter(({ flags }) => flags.includes('consent')).map(({ name }) => name)]),
  'e2.passLeftOut': (made, _, [names]) => {
    if (made.source.has('Key')) for (const name of listed(names!)) expect(made.rids.every((row) => made.source.get(name)![row] === 'yes')).toBe(true);
  },
  'e2.leftOut': (made, _, [rows]) => expect(numberSaid(rows)).toBe(rowsOf(made).filter((row) => (ageOf(made, row) ?? 0) >= 18 && made.source.get('Agreed')![row] !== 'yes').length),
  'e2.passOtherBasis': (made) => expect(made.purpose !== null && onConsent(made)).toBe(false),
  'e2.passAnonymous': (made) => expect(made.release).toBe('anonymised'),
  'e3.values.message': (made, _, [, found]) => {
    for (const [, name, rows] of found!.matchAll(/“([^”]+)” \(e-mail addresses in ([\d,]+) rows?\)/g)) expect([name, numberSaid(rows)]).toEqual([name, filled(made.out.get(name!)).filter(holdsMail).length]);
  },
  'e3.values.evidence': (_, { message }, [many]) => expect(numberSaid(many)).toBe(new Set([...message.matchAll(/“([^”]+)” \(/g)].map(([, name]) => name)).size),
  'e3.sentences.message': (made, _, [names]) => listed(names!).forEach((name) => expect(new Set(filled(made.out.get(name)).filter((cell) => cell.split(/\s+/).length >= 5)).size).toBeGreaterThanOrEqual(5)),
  'e3.sentences.evidence': (made, { message }, [many]) => expect(numberSaid(many)).toBe(listed(/own words[^:]*: (.*?)\.(?: |$)/.exec(message.replace(' is in the output and can hold anything', ''))?.[1] ?? '').length),
  'e3.sentencesElsewhere.message': (made, { columns }) => columns.forEach((name) => expect(new Set(filled(made.out.get(name)).filter((cell) => cell.split(/\s+/).length >= 5)).size).toBeGreaterThanOrEqual(5)),
  'e3.anonymised.message': (made, _, [names]) => {
    if (!names!.includes(' more')) expect(listed(names!).sort()).toEqual(where(made, (name) => isHash(made)(name) || (points(made)(name) && asItWas(made)(name))).sort());
  },
  'e3.anonymised.evidence': (made, _, [hashed, kept]) => expect([numberSaid(hashed), numberSaid(kept)]).toEqual([where(made, isHash(made)).length, where(made, (name) => points(made)(name) && asItWas(made)(name)).length]),
  'e3.plain.message': (made, _, [names]) => {
    if (!names!.includes(' more')) expect(listed(names!).sort()).toEqual(where(made, (name) => findingOf(made, name).class === 'linked' && asItWas(made)(name)).sort());
  },
  'e3.plain.evidence': (made, _, [many]) => expect(numberSaid(many)).toBe(where(made, (name) => findingOf(made, name).class === 'linked' && asItWas(made)(name)).length),
  'e3.online.message': (made, { columns }) => columns.forEach((name) => expect(asItWas(made)(name)).toBe(true)), 'e3.online.evidence': countsColumns,
  'e3.unkeyed.message': (made, { columns }) => expect(columns).toEqual(opOf(made, 'platform-hash')),
  'e3.passAnonymised': none((made) => (name) => isHash(made)(name) || (points(made)(name) && asItWas(made)(name)) || filled(made.out.get(name)).some(holdsMail)),
  'e3.passHashed': (made) => expect(where(made, isHash(made)).length).toBeGreaterThan(0),
  'e3.passNone': none((made) => (name) => isHash(made)(name) || filled(made.out.get(name)).some(holdsMail)),
  'e4.message': are((made) => has(made, beliefs)), 'e4.evidence': countsColumns, 'e4.pass': none((made) => has(made, beliefs)), 'e4.notForTargeting': notFor('targeting'),
  'e5.message': are((made) => has(made, ['health'])), 'e5.pass': none((made) => has(made, ['health'])),
  'e6.message': are((made) => (name) => /score|label|prediction|propensity/.test(findingOf(made, name).type)), 'e6.evidence': countsColumns, 'e6.pass': none((made) => (name) => /churn_label/.test(findingOf(made, name).type)),
  'e7.noAge.message': (made) => expect(rowsOf(made).every((row) => ageOf(made, row) === null)).toBe(true), 'e7.noAge.evidence': nothing,
  'e7.passAdults': (made) => expect([made.rids.every((row) => (ageOf(made, row) ?? 99) >= 18), made.rids.length]).toEqual([true, rowsOf(made).length]),
  'e7.passLeftOut': (made) => {
    if (made.source.has('Key')) expect(made.rids.every((row) => (ageOf(made, row) ?? 0) >= 18)).toBe(true);
  },
  'e7.leftOut': (made, _, [minors, unknown]) => {
    if (!made.source.has('Key')) return;
    const ages = rowsOf(made).map((row) => ageOf(made, row));
    expect([numberSaid(minors), numberSaid(unknown)]).toEqual([ages.filter((age) => age !== null && age < 18).length, ages.filter((age) => age === null).length]);
  },
  'e8.message': (made, { columns }) => expect(columns.every((name) => readable(made).includes(name))).toBe(true),
  'e8.evidence': (made, _, [name, rows, days]) => {
    const oldest = new Date(Date.parse(today) - numberSaid(days) * 86_400_000).toISOString().slice(0, 10);
    if (made.source.has('Key')) expect(numberSaid(rows)).toBe(made.rids.filter((row) => (made.source.get(name!)![row] ?? '') !== '' && (made.source.get('Seen')![row] ?? '').slice(0, 10) < oldest).length);
  },
  'e8.pass': nothing, 'e8.passNoDate': nothing,
  'e9.message': (made) => expect(made.purpose?.customerBenefit.trim() ?? '').toBe(''), 'e9.noPurpose': noPurpose, 'e9.noBenefit': (made) => expect(made.purpose!.customerBenefit.trim()).toBe(''), 'e9.pass': named,
};
/** What claims nothing of rows or columns. */
const withoutClaim = ['e3.notLooked.message', 'e3.notLooked.evidence', 'g6.notMeasured.message', 'reversal.byList', 'reversal.byTrying', 'g7.noWorkspace.evidence'];

const one = ['7001'];
const many = [1, 2] as const;
const { g1, g2, g3, g4, g5, g6, g7, e1, e2, e3, e4, e5, e6, e7, e8, e9, reversal } = text;
const of = (make: (count: number) => string): string[] => many.map((each) => make(each).replace(String(each), '7001'));
const notLess = (made: string): string => made.replaceAll('7001 rows', '7001 7009').replaceAll('7001 row', '7001 7009');
/** A list of columns can end in “and 2 more”, outside of the quotes. */
const open = (made: string, mark = '7001'): string => made.replace(`“${mark}”`, mark);
/** Examples of every sentence that takes a name or a count, with a mark where each stands. */
const examples: Record<string, readonly string[]> = {
  noColumns: [text.noColumns],
  'g1.noReason.message': [g1.noReason.message('7001')], 'g1.noReason.evidence': ['7001 of 7002 bases have no reason.', '7001 of 7002 basis has no reason.', '7001 of 7002 bases has no reason.'],
  'g1.special.message': [open(g1.special.message(one))], 'g1.special.evidence': of(g1.special.evidence), 'g1.pass': [g1.pass('7001')],
  'g2.otherUse.message': [g2.otherUse.message('7001')], 'g2.pass': [g2.pass('7001')],
  'g3.spare.message': [open(g3.spare.message('7001', ['7002']), '7002')], 'g3.spare.evidence': of(g3.spare.evidence), 'g3.pass': [g3.pass], 'g3.passEvidence': of(g3.passEvidence),
  'g4.unread.message': [open(g4.unread.message(7001, ['7002']), '7002'), open(g4.unread.message(1, ['7002']), '7002').replace('1 value', '7001 value')], 'g4.unread.evidence': ['Step 7001: 7002 rows of the source.', 'Step 7001: 7002 row of the source.'],
  'g4.nothingRead': [g4.nothingRead], 'g4.pass': [g4.pass],
  'g5.undecided.message': [g5.undecided.message('7001')], 'g5.noReason.message': [g5.noReason.message('7001', 7002)], 'g5.pass': [g5.pass('7001', 7002)],
  'g6.secret.message': [open(g6.secret.message(one))], 'g6.secret.evidence': of(g6.secret.evidence), 'g6.noneCounted': [g6.noneCounted],
  'g6.evidence': ['Counted over 7001 columns (7002): k 7003, target 7004.', 'Counted over 7001 column (7002): k 7003, target 7004.', ],
  'g6.evidenceOfNone': ['Counted over 0 columns: k 7001, target 7002.'],
  'g6.nearlyUnique.message': [open(g6.nearlyUnique.message(one))], 'g6.nearlyUnique.evidence': [g6.nearlyUnique.evidence('').trim()],
  'g6.pass': [notLess(g6.pass(7002, false, one).replace('“7001”', '7003')).replace('7002 rows', '7002 7009'), 'No column is counted; there are 7002 7009 in all.'],
  'g6.fewInAll.message': [g6.fewInAll.message(7001, false, 7002).replace('7001 rows', '7001 7009')],
  'g6.small.anonymised': [g6.small.anonymised(7001, false, 7002).replace('7001 rows', '7001 7009')], 'g6.small.otherwise': [g6.small.otherwise(7001, false, 7002).replace('7001 rows', '7001 7009')],
  'g6.small.noRow': [g6.small.anonymised(0, false, 7001)],
  'g7.unconfirmed.message': [open(g7.unconfirmed.message(one))], 'g7.unconfirmed.evidence': of(g7.unconfirmed.evidence), 'g7.pass': [g7.pass],
  'e1.targeting': [open(e1.targeting(one))], 'e1.otherwise': [open(e1.otherwise(one))], 'e1.evidence': of(e1.evidence), 'e1.pass': [e1.pass],
  'e2.unchecked.evidence': of(e2.unchecked.evidence), 'e2.passLeftOut': [open(e2.passLeftOut(one))], 'e2.leftOut': of(e2.leftOut), 'e2.passOtherBasis': [e2.passOtherBasis], 'e2.passAnonymous': [e2.passAnonymous],
  'e3.values.message': ['anonymised', 'other'].map((release) => `7001${e3.values.message(release as 'other', [{ column: '7003', kind: 'email', rows: 1 }]).replace(/^.*?\. /, '. ').replace('“7003” (e-mail addresses in 1 row)', '7002')}`),
  'e3.values.evidence': of(e3.values.evidence), 'e3.sentences.message': [open(e3.sentences.message(one))], 'e3.sentences.evidence': of(e3.sentences.evidence), 'e3.sentencesElsewhere.message': [open(e3.sentencesElsewhere.message(one))],
  'e3.anonymised.message': [open(e3.anonymised.message(one))], 'e3.anonymised.evidence': many.flatMap((hashed) => many.map((kept) => e3.anonymised.evidence(hashed, kept).replace(`${hashed} output`, '7001 output').replace(`, ${kept} `, ', 7002 '))),
  'e3.plain.message': [open(e3.plain.message(one))], 'e3.plain.evidence': of(e3.plain.evidence), 'e3.online.message': [open(e3.online.message(one))], 'e3.online.evidence': of(e3.online.evidence), 'e3.unkeyed.message': [open(e3.unkeyed.message(one))],
  'e3.passAnonymised': [e3.passAnonymised], 'e3.passHashed': [e3.passHashed], 'e3.passNone': [e3.passNone],
  'e4.message': [open(e4.message(one))], 'e4.evidence': of(e4.evidence), 'e4.pass': [e4.pass], 'e4.notForTargeting': [e4.notForTargeting], 'e5.message': [open(e5.message(one))], 'e5.pass': [e5.pass],
  'e6.message': [open(e6.message(one))], 'e6.evidence': of(e6.evidence), 'e6.pass': [e6.pass],
  'e7.passAdults': [e7.passAdults], 'e7.passLeftOut': [e7.passLeftOut], 'e7.leftOut': many.flatMap((minors) => many.map((unknown) => e7.leftOut(minors, unknown).replace(`${minors} row`, '7001 row').replace(`, ${unknown} `, ', 7002 '))),
  'e8.message': [open(e8.message(one))], 'e8.evidence': ['"7001": 7002 rows older than 7003 days on the reference date.', '"7001": 7002 row older than 7003 days on the reference date.'], 'e8.pass': [e8.pass], 'e8.passNoDate': [e8.passNoDate],
  'e9.message': [e9.message], 'e9.noPurpose': [e9.noPurpose], 'e9.noBenefit': [e9.noBenefit], 'e9.pass': [e9.pass('7001')],
  'reversal.byList': [reversal.byList], 'reversal.byTrying': [reversal.byTrying('7001', '7002')],
};
for (const [rule, notes] of Object.entries(text)) {
  if (typeof notes !== 'object') continue;
  for (const [key, note] of Object.entries(notes as Record<string, unknown>))
    if (typeof note === 'object' && note !== null) for (const part of ['message', 'evidence']) {
      const said = (note as Record<string, unknown>)[part];
      if (typeof said === 'string' && said !== '') examples[`${rule}.${key}.${part}`] ??= [said];
    }
}
const kinds = catalogueKinds(Object.fromEntries(Object.keys(examples).map((kind) => [kind, ''])), examples);

/** A text as sentences of the catalogue one after the other; null where it is not made of them. */
function sentencesOf(said: string): { kind: string; said: string[] }[] | null {
  if (said === '') return [];
  const ends = [...said.matchAll(/\.(?= |$)/g)].map(({ index }) => index + 1).reverse();
  let best: { kind: string; said: string[] }[] | null = null;
  for (const end of ends)
    for (const [kind, pattern] of kinds) {
      const match = pattern.exec(said.slice(0, end));
      if (!match) continue;
      const rest = sentencesOf(said.slice(end).trim());
      if (rest === null) continue;
      const found = [{ kind, said: match.slice(1).filter((part) => part !== undefined) }, ...rest];
      const open = (list: typeof found): number => list.reduce((sum, each) => sum + each.said.join('').length, 0);
      if (best === null || open(found) < open(best)) best = found;
    }
  return best;
}

const seen = new Set<string>();
function untrue(name: string, made: Case): string[] {
  const wrong: string[] = [];
  for (const answer of made.answers)
    for (const said of [answer.message, answer.evidence]) {
      const found = sentencesOf(said);
      if (found === null) wrong.push(`${name}, ${answer.id}: no kind: ${said}`);
      for (const each of found ?? []) {
        seen.add(each.kind);
        // Two rules say the same words of different data.
        const kind = each.kind.replace(/^e4\.(?=message|pass|evidence)/, answer.id === 'E5' && each.kind !== 'e4.evidence' ? 'e5.' : 'e4.');
        try {
          checks[kind]?.(made, answer, each.said);
        } catch (error) {
          wrong.push(`${name}, ${answer.id}: ${said}: ${String((error as Error).message).slice(0, 400)}`);
        }
      }
    }
  return wrong;
}

const bands = step('age-bands', { columns: ['Age'], from: 'age', edges: [18, 40] });
const hidden = step('drop-columns', { columns: ['Mail', 'Comment', 'Order', 'Plan', 'Pass', 'Born', 'Lat', 'Seen', 'cookie', 'Key'] });
const plainOnes = ['Mail', 'Born', 'Pass', 'Order', 'Plan', 'Comment'];
const p2 = findPurpose('P2')!;
const cases: Record<string, () => Promise<Case>> = {
  'everything as it is': () => ofPeople(recipeOf([], { release: 'pseudonymised', target: { k: 5, suppression: 1 } }), { unconfirmed: ['City', 'Paid'] }),
  'plain but for the password': () => ofPeople(recipeOf([step('drop-columns', { columns: ['Pass'] })], { release: 'pseudonymised', target: { k: 5, suppression: 1 } }), { workspace: false }),
  'online identifiers alone': () => ofPeople(recipeOf([step('drop-columns', { columns: plainOnes })], { release: 'pseudonymised', target: { k: 1, suppression: 1 } })),
  'sentences alone': () => ofPeople(recipeOf([step('drop-columns', { columns: [...plainOnes.filter((name) => name !== 'Plan'), 'cookie'] })], { release: 'pseudonymised', target: { k: 1, suppression: 1 } })),
  'keyed hashes': () => ofPeople(recipeOf([step('keyed-hash', { columns: ['Key', 'Mail', 'cookie'] }), step('drop-columns', { columns: plainOnes.filter((name) => name !== 'Mail') }), bands, step('numeric-bins', { columns: ['Spent'], mode: 'edges', edges: [1000, 2500] }), step('suppress-small-classes', { columns: ['Age', 'City'] })], { release: 'pseudonymised', target: { k: 30, suppression: 1 } })),
  'a list for a platform': () => ofPeople(recipeOf([step('platform-hash', { columns: ['Mail'], platform: 'google', field: 'email' }), step('drop-columns', { columns: [...plainOnes.filter((name) => name !== 'Mail'), 'cookie'] })], { release: 'targeting', target: { k: 1, suppression: 1 } })),
  'a list without what it may not hold': () => ofPeople(recipeOf([step('drop-columns', { columns: [...plainOnes, 'Faith', 'Ill', 'Lat', 'Seen', 'cookie', 'Churn', 'Agreed', 'Key'] }), bands], { release: 'targeting', target: { k: 1, suppression: 1 } })),
  'a list of adults': () => ofPeople(recipeOf([step('drop-columns', { columns: [...plainOnes, 'Faith', 'Ill', 'Lat', 'cookie', 'Churn', 'Agreed', 'City', 'Spent', 'Paid'] }), step('keyed-hash', { columns: ['Key'] }), bands, step('truncate-date', { columns: ['Seen'], to: 'month' })], { release: 'targeting', target: { k: 1, suppression: 1 } }), { only: (cells) => Number(cells.get('Age')) >= 18 && (cells.get('Born') ?? '2020') < '2008' && cells.get('Agreed') === 'yes', purpose: { ...p2, dataNeeded: [...p2.dataNeeded, { types: ['engagement_timestamp'], detail: 'Month', why: 'To leave out who left.' }] } }),
  'a list of adults for another purpose': () => ofPeople(recipeOf([step('drop-columns', { columns: ['Mail', 'Comment', 'Order', 'Plan', 'Pass', 'Lat', 'Seen', 'cookie'].filter((name) => !['Plan'].includes(name)) })], { release: 'targeting', target: { k: 1, suppression: 1 } }), { purpose: { ...p2, targeting: false, retentionDays: null, customerBenefit: ' ' }, without: ['Born', 'Age', 'Agreed', 'Plan'] }),
  'no purpose': () => ofPeople(recipeOf([step('drop-columns', { columns: [...plainOnes, 'Lat', 'Seen', 'cookie'] })], { release: 'pseudonymised', target: { k: 1, suppression: 1 } }), { purpose: null }),
  'a purpose without reasons': () => ofPeople(recipeOf([step('drop-columns', { columns: plainOnes })], { release: 'pseudonymised', target: { k: 1, suppression: 1 } }), { purpose: { ...p2, lawfulBases: [{ basis: 'contract', why: ' ' }, { basis: 'consent', why: 'Asked.' }], retentionWhy: '' }, without: ['Agreed'] }),
  'an anonymised file with all that it may not hold': () => ofPeople(recipeOf([step('keyed-hash', { columns: ['Key'] }), step('drop-columns', { columns: ['Pass'] })], { target: { k: 5, suppression: 1 } })),
  'an anonymised file of few columns': () => ofPeople(recipeOf([hidden, bands, step('drop-columns', { columns: ['Faith', 'Ill', 'Agreed', 'Churn', 'Spent'] }), step('suppress-small-classes', { columns: ['Age', 'City', 'Paid'] })], { target: { k: 5, suppression: 1 } })),
  'an anonymised file that protects what nearly tells rows apart': () => ofPeople(recipeOf([hidden, step('drop-columns', { columns: ['Age', 'Faith', 'Ill', 'Agreed', 'Churn'] })], { target: { k: 5, suppression: 1 }, protect: ['Spent'] }), { only: (cells) => cells.get('Spent') !== 'n/a' }),
  'three people': () => ofPeople(recipeOf([hidden, step('drop-columns', { columns: ['Age', 'Faith', 'Ill', 'Agreed', 'Churn', 'Spent', 'City'] }), step('redact', { columns: ['Paid'] })], { target: { k: 5, suppression: 1 } }), { rows: 3 }),
  'nobody left': () => ofPeople(recipeOf([hidden, step('suppress-small-classes', { columns: ['Age', 'City'] })], { target: { k: 390, suppression: 1 } })),
  'everything redacted': () => ofPeople(recipeOf([hidden, step('drop-columns', { columns: ['Age', 'Faith', 'Ill', 'Agreed', 'Churn', 'Spent', 'City'] }), step('redact', { columns: ['Paid'] })], { release: 'targeting', target: { k: 5, suppression: 1 } }), { without: [] }),
  'cookies that are young': () => ofPeople(recipeOf([step('drop-columns', { columns: plainOnes })], { release: 'pseudonymised', target: { k: 1, suppression: 1 } }), { only: (cells) => (cells.get('Seen') ?? '') > '2026-09-15' }),
};

describe('what guardrails say', () => {
  it('is each computed again, or claims nothing of rows', () => {
    expect(kinds.map(([kind]) => kind).filter((kind) => checks[kind] === undefined && !withoutClaim.includes(kind)).sort()).toEqual([]);
    expect(Object.keys(checks).filter((kind) => examples[kind] === undefined)).toEqual([]);
  });

  it.each(Object.keys(cases))('is true of %s', async (name) => expect(untrue(name, await cases[name]!())).toEqual([]), 60_000);

  it('was each said of one of these', () => {
    const patterns = new Set(kinds.filter(([kind]) => seen.has(kind)).map(([, pattern]) => pattern.source));
    const never = kinds.filter(([kind, pattern]) => !withoutClaim.includes(kind) && !patterns.has(pattern.source)).map(([kind]) => kind);
    expect(never.sort()).toEqual([]);
  });
});

const bench = join(import.meta.dirname, '../../../../shared/bench/columns/data');
describe.skipIf(!existsSync(bench))('what guardrails say of real tables', () => {
  const files = existsSync(bench) ? readdirSync(bench).filter((file) => file.endsWith('.csv') && !file.includes('nohdr')).filter((_, at) => at % 6 === 0) : [];
  it.each(files)('is true of %s', async (file) => {
    const folders = testFolders();
    const source = await openSource(join(bench, file), { directory: folders.work });
    try {
      const { columns: findings } = await classifyRelation(source.duck, source.relation, source.columns, { layout: source.options.layout, rows: source.rows, policy: 'customer-tracking', findingsOnly: true, today });
      const profiles = await profileColumns(source.duck, source.relation, source.columns, {});
      for (const release of ['pseudonymised', 'targeting', 'anonymised'] as const) {
        const recommended = await recommendRecipe({ duck: source.duck, relation: source.relation, columns: source.columns, findings, profiles, purpose: p2, release, k: 5, suppression: 0.05, referenceDate: today }).catch(() => null);
        for (const recipe of [recommended, recipeOf([], { release, target: { k: 5, suppression: 1 }, columns: source.columns.map(({ name }) => name) })])
          if (recipe !== null) expect(untrue(`${file} ${release}`, await judge(source.duck, source.relation, { columns: source.columns, findings, recipe, purpose: p2 }))).toEqual([]);
      }
    } finally {
      await source.close();
      folders.remove();
    }
  }, 120_000);
});
