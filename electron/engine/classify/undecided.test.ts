import { reviewBelow } from './confidence.ts';
import { expect, test } from 'vitest';
import type { Decision } from '#shared/domain/finding.ts';
import { couldBeKnown, isLinkable } from '#shared/domain/could-be-known.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import { undecidedColumns } from '#shared/recipe/undecided-columns.ts';
import { suggestRoles } from '#shared/roles/suggest-roles.ts';
import { classifyCells } from '#test/support/classify-cells.ts';
import { valueTools } from '../values/value-tools.ts';
import { classifyTable } from './classify-table.ts';
import { columnFacts } from './column-facts.ts';
import { effectiveFinding } from './effective-finding.ts';
import { candidateSets } from './singling-out.ts';

type Cell = (row: number) => string;
const of =
  (...values: readonly string[]): Cell =>
  (row) =>
    values[(row * 7 + Math.floor(row / 3)) % values.length]!;
const between =
  (low: number, high: number): Cell =>
  (row) =>
    String(low + ((row * 7919) % (high - low)));

/** Tables of customers in languages of which no word is known, texts and numbers. */
const foreign: Record<string, Record<string, Cell>> = {
  Estonian: {
    KliendiNr: (row) => String(row + 1),
    Suguline: of('Mees', 'Naine'),
    Vanus: between(18, 80),
    Perekonnaseis: of('Vallaline', 'Abielus', 'Lahutatud'),
    Kuupalk: between(1800, 6000),
  },
  Latvian: {
    KlientaNr: (row) => String(row + 1),
    Dzimums: of('vīrietis', 'sieviete'),
    Vecums: between(18, 80),
    Dzīvesvieta: of('Liepāja', 'Cēsis', 'Ogre'),
    Ienākumi: between(180_000, 600_000),
  },
  Swahili: {
    NambariYaMteja: (row) => String(row + 1),
    Jinsia: of('Mume', 'Mke'),
    Umri: between(18, 80),
    Kazi: of('mkulima', 'mwalimu', 'fundi'),
    Mapato: between(1_000_000, 9_000_000),
  },
  Thai: { ชื่อ: of('สมชาย ใจดี', 'สมหญิง รักดี', 'ประยุทธ์ สุขใจ'), คะแนน: between(0, 5) },
};

async function table(cells: Record<string, Cell>) {
  const facts = Object.entries(cells).map(([name, cell], at) =>
    columnFacts(
      name,
      name,
      at,
      Array.from({ length: 80 }, (_, row) => cell(row)),
    ),
  );
  return { facts, ...(await classifyTable(facts, valueTools(), '2026-06-01')) };
}

test.each(Object.keys(foreign))('in %s nothing is harmless: personal, or undecided and poor', async (language) => {
  const { findings, notes } = await table(foreign[language]!);
  for (const finding of findings.filter(({ type }) => type !== 'row_index')) {
    expect(finding, finding.name).toSatisfy(couldBeKnown);
    if (finding.class === 'non_pii') expect(finding).toMatchObject({ needsReview: true, undecided: true });
    if (finding.undecided) expect(finding.confidence).toBeLessThan(reviewBelow);
  }
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/not known here/);
});

test('a table that is understood says nothing of its language; an unknown column of persons is undecided', async () => {
  const { findings, notes } = await table({
    email: (row) => `p${row}@example.org`,
    gender: of('female', 'male'),
    age: between(18, 80),
    zqx: between(1, 9),
    zqy: of('A', 'B', 'C'),
  });
  expect(notes).toEqual([]);
  for (const name of ['zqx', 'zqy']) expect(findings.find((finding) => finding.name === name)).toSatisfy(couldBeKnown);
});

test('what the rows, the name or the values settle is not undecided', async () => {
  const goods = await classifyCells({
    sku: (row) => `A-${row}`,
    product_name: (row) => `Chair ${row}`,
    price: (row) => `${row}.99`,
    zqx: between(1, 9),
  });
  expect(goods['zqx']?.undecided).toBeUndefined();
  const settled = await classifyCells({
    email: (row) => `p${row}@example.org`,
    zq_a: () => 'x',
    zq_b: () => '',
    quantity: between(1, 9),
    browser: of('Firefox', 'Chrome', 'Safari'),
  });
  for (const name of ['zq_a', 'zq_b', 'quantity', 'browser']) expect(settled[name]?.undecided, name).toBeUndefined();
});

test('behind a personal column an undecided one is less sure than behind one that is not; yes and no is surer', async () => {
  const personal = { marital_status: of('single', 'married') };
  const harmless = { browser: of('Firefox', 'Chrome', 'Safari') };
  const others = {
    email: (row: number) => `p${row}@example.org`,
    age: between(18, 80),
    satisfaction_score: between(1, 10),
  };
  const sure = async (before: Record<string, Cell>, cell: Cell, after: Record<string, Cell>) => {
    const { findings } = await table({ ...others, ...before, zqxw: cell, ...after });
    const finding = findings.find(({ name }) => name === 'zqxw')!;
    expect(finding).toMatchObject({ undecided: true, needsReview: true });
    return finding.confidence;
  };
  const behindPersonal = await sure(personal, between(100, 900), harmless);
  expect(behindPersonal).toBeLessThan(await sure(harmless, between(100, 900), personal));
  expect(behindPersonal).toBeLessThan(await sure(personal, of('0', '1'), harmless));
});

test('until somebody decides, an undecided column counts wherever a linkable one does', async () => {
  const { facts, findings } = await table(foreign['Estonian']!);
  const open = findings.filter(({ undecided }) => undecided).map(({ name }) => name);
  expect(open.length).toBeGreaterThanOrEqual(4);
  expect(findings.filter(isLinkable).map(({ name }) => name)).toEqual(expect.arrayContaining(open));
  expect(suggestRoles(findings).filter(({ column }) => open.includes(column))).toEqual(
    open.map((column) => ({ column, role: 'could-be-known', why: 'untold' })),
  );
  const outputs = open.map((name) => ({ name, sources: [name], treatment: 'kept' as const }));
  expect(quasiIdentifiers({ findings, outputs, release: 'pseudonymised' })).toEqual(open);
  const recipe = { release: 'anonymised', steps: [], columns: findings.map(({ name }) => name) };
  const columns = findings.map(({ name }, at) => ({ name, physical: `c${at + 1}`, header: name }));
  expect(undecidedColumns(recipe as never, columns, findings).map(({ column }) => column)).toEqual(
    expect.arrayContaining(open),
  );
  const singled = candidateSets(facts, findings).flat();
  expect(singled.some((at) => open.includes(facts[at]!.name))).toBe(true);
});

test('a decision ends it, whichever way it goes', async () => {
  const { findings } = await table(foreign['Estonian']!);
  const suggestion = findings.find(({ name }) => name === 'Vanus')!;
  const decided = (over: Partial<Decision>) =>
    effectiveFinding(
      suggestion,
      {
        column: 'Vanus',
        action: 'accepted',
        type: suggestion.type,
        class: 'non_pii',
        reason: null,
        actor: 'A. Officer',
        at: '2026-05-04T10:00:00Z',
        ...over,
      },
      'customer-tracking',
    );
  expect(decided({})).toMatchObject({ class: 'non_pii', needsReview: false });
  expect(decided({}).undecided).toBeUndefined();
  expect(couldBeKnown(decided({}))).toBe(false);
  expect(decided({ action: 'overridden', type: 'age', class: 'linkable' }).undecided).toBeUndefined();
});

test('an answer known only by being one to a question is undecided; one whose question is understood is not', async () => {
  const scale = of('1', '2', '3', '4', '5');
  const { findings } = await table({
    'What is your view of the new policy?': scale,
    'How satisfied are you with our service?': scale,
    'Do you agree that taxes should rise?': of('Yes', 'No'),
  });
  expect(findings.map(({ type, undecided }) => [type, undecided === true])).toEqual([
    ['survey_answer', true],
    ['satisfaction_score', false],
    ['opinion', false],
  ]);
});

test('answers in which people are named are not called undecided: what they hold is known', async () => {
  const named = of('My neighbour Zuzanna Wrobel told me about it', 'I was there with Pierre Lefebvre last week');
  const { findings } = await table({ 'What made you choose us over the other shops in your town?': named });
  expect(findings[0]!.flags).toContain('free_text_pii');
  expect(findings[0]!.undecided).toBeUndefined();
});

test('numbers that a spreadsheet shortened are named by their columns, amounts and measures are not', async () => {
  const { notes } = await table({
    phone: of('4.91711E+11', '4.91712E+11', '4,9E+11'),
    card: of('4.12346E+15', '4.12347E+15'),
    weight: of('1.2E+03', '4.5E+02'),
    amount: of('12.50', '8.00'),
  });
  expect(notes.join(' ')).toContain('“phone”, “card”: a spreadsheet shortened these numbers');
  expect(notes.join(' ')).not.toMatch(/weight|amount|4\.91|4\.12/);
});
