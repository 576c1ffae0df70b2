import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { classifyTable } from './classify-table.ts';
import { columnFacts } from './column-facts.ts';
import { valueTools } from '../values/value-tools.ts';

const rows = 60;
type Cells = (row: number) => string;
const of =
  (...values: string[]): Cells =>
  (row) =>
    values[(row * 7) % values.length]!;
const bits: Cells = (row) => String((row * 5 + (row >> 2)) % 2);

async function findingsOf(columns: Record<string, Cells>): Promise<Map<string, Finding>> {
  const facts = Object.entries(columns).map(([name, cell], at) =>
    columnFacts(
      name,
      name,
      at,
      Array.from({ length: rows }, (_, row) => cell(row)),
    ),
  );
  const { findings } = await classifyTable(facts, valueTools(), '2026-11-30');
  return new Map(findings.map((finding) => [finding.name, finding]));
}

const person = {
  vorname: of('Anna', 'Peter', 'Maria', 'Jan', 'Eva', 'Karl', 'Lena'),
  nachname: of('Schmidt', 'Weber', 'Fischer', 'Wagner', 'Becker'),
  geburtsdatum: (row: number) => `19${50 + (row % 40)}-0${1 + (row % 9)}-1${row % 9}`,
};

describe('a table of persons', () => {
  let found = new Map<string, Finding>();
  beforeAll(async () => {
    found = await findingsOf({
      ...person,
      Rückenschmerzen: of('1', '2', '3', '4', '5'),
      ahdistuneisuus_taso: of('0', '4', '9', '13', '20'),
      strana: of('Komunistická strana', 'Občanská demokratická strana', 'Sociální demokracie', 'Strana zelených'),
      anlass: of('Migräne', 'Asthma', 'Angststörung', 'Bluthochdruck', 'Knieschmerzen'),
      'Wie lautet Ihr Familienstand? (bitte nur eine Angabe)': of('ledig', 'verheiratet', 'geschieden'),
      interest_in_healthy_cooking: of('1', '2', '3', '4', '5'),
      Doğum: of('14. 8. 1958', '3. 11. 1961', '27. 1. 1970', '9. 9. 1949'),
      alter: of('1', '2', '3', '4'),
    });
  });

  it.each([
    ['Rückenschmerzen', 'linkable', 'health'],
    ['ahdistuneisuus_taso', 'linkable', 'health'],
    ['strana', 'linkable', 'political'],
    ['anlass', 'linkable', 'health'],
  ])('%s is %s and raises %s', (name, itsClass, flag) => {
    expect(found.get(name)).toMatchObject({ class: itsClass });
    expect(found.get(name)?.flags).toContain(flag);
  });
  it('holds the fact that a question asks for', () =>
    expect(found.get('Wie lautet Ihr Familienstand? (bitte nur eine Angabe)')?.type).toBe('marital_status'));
  it('takes a taste for no fact', () =>
    expect(found.get('interest_in_healthy_cooking')?.flags).not.toContain('health'));
  it('takes codes of age groups for no ages of children', () =>
    expect(found.get('alter')).toMatchObject({ type: 'age_group', flags: expect.not.arrayContaining(['minor_age']) }));
});

describe('a block of short names over yes and no', () => {
  const block = { LVH: bits, sub_AVB: bits, IRBBB: bits, STTC: bits, HYPT: bits, WPW: bits };
  it('is a list of findings in a table of patients', async () => {
    const found = await findingsOf({ patient_id: (row) => `P${1000 + row * 13}`, ...person, ...block });
    for (const name of Object.keys(block)) expect(found.get(name)?.flags, name).toContain('health');
  });
  it('is none in another table', async () => {
    const found = await findingsOf({
      order_id: (row) => `${90_000 + row * 17}`,
      price: (row) => `${row}.95`,
      ...block,
    });
    for (const name of Object.keys(block)) expect(found.get(name)?.flags, name).not.toContain('health');
  });
});

describe('what only a lone word says', () => {
  it('is asked about where it makes a column personal, and where a protected word stands over mere numbers', async () => {
    const found = await findingsOf({
      station_id: (row) => `ST-${row}`,
      rank_gehalt: of('3', '1', '4', '2', '5'),
      hora_apertura: of('08:30', '09:00', '10:15'),
      activityLevelCalories: (row) => String(1500 + ((row * 37) % 900)),
      depth: (row) => String(((row * 13) % 40) / 4),
    });
    for (const name of ['rank_gehalt', 'hora_apertura', 'activityLevelCalories'])
      expect(found.get(name), name).toMatchObject({ needsReview: true });
  });
});
