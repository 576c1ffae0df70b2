// Numbers of an audit beside those of Fairlearn, Aequitas, AIF360 and SciPy, where Python has them (CUSTOS_PYTHON).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const foreign = resolve(import.meta.dirname, '../../scripts/foreign/check-fairness.py');
const python = process.env.CUSTOS_PYTHON ?? 'python3';
/** 30,162 people of the 1994 census, `;` between the cells; too large to be kept here. */
const adult = process.env.CUSTOS_ADULT;

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const rows = (many: number, line: string): string[] => Array.from({ length: many }, () => line);

/** Audits a file with the columns outcome and label, and holds every number that others give, too. */
async function hold(context: TestContext, lines: readonly string[], groups: string): Promise<void> {
  writeFileSync(desk.path('people.csv'), `${lines.join('\n')}\n`);
  const options = ['--outcome', 'outcome', '--label', 'label', '--groups', groups, '--json'];
  const ran = await desk.custos(['fairness', 'people.csv', ...options]);
  expect(ran.status, ran.stderr).toBe(0);
  writeFileSync(desk.path('audit.json'), ran.stdout);
  const held = spawnSync(python, [foreign, desk.path('people.csv'), desk.path('audit.json')], { encoding: 'utf8' });
  if (held.error !== undefined) context.skip(`${python} is not on this machine`);
  if (held.status === 77) context.skip(held.stdout.trim());
  expect(held.stdout + held.stderr).toContain('; 0 differ');
}

/** Numbers without a pattern a reader would see, the same on every machine. */
function* chance(): Generator<number, never> {
  let state = 12345;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

describe('numbers of an audit beside other programs', () => {
  it('agree for 3,000 made-up people, crossed and with a group of few', async (context) => {
    const next = chance();
    const random = (): number => next.next().value;
    const pick = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
    const lines = Array.from({ length: 3000 }, (_, at) => {
      const sex = at % 300 === 0 ? 'z' : pick(['f', 'm', 'm', 'x']);
      const chosen = random() < (sex === 'f' ? 0.35 : 0.5);
      return `${sex},${pick(['18–34', '35–54', '55+'])},${chosen ? 1 : 0},${random() < (chosen ? 0.7 : 0.3) ? 1 : 0}`;
    });
    await hold(context, ['sex,band,outcome,label', ...lines], 'sex,band');
  });

  it('agree for the counts of COMPAS', async (context) => {
    const lines = [
      ...rows(990, 'African-American,0,0'),
      ...rows(805, 'African-American,1,0'),
      ...rows(532, 'African-American,0,1'),
      ...rows(1369, 'African-American,1,1'),
      ...rows(1139, 'Caucasian,0,0'),
      ...rows(349, 'Caucasian,1,0'),
      ...rows(461, 'Caucasian,0,1'),
      ...rows(505, 'Caucasian,1,1'),
    ];
    await hold(context, ['race,outcome,label', ...lines], 'race');
  });

  it('agree for Adult: who studied, held against who earns more', async (context) => {
    if (adult === undefined || !existsSync(adult)) return context.skip('CUSTOS_ADULT names no file');
    const [head = '', ...people] = readFileSync(adult, 'utf8').trim().split(/\r?\n/);
    const at = (name: string): number => head.split(';').indexOf(name);
    const studied = new Set(['Bachelors', 'Masters', 'Doctorate', 'Prof-school']);
    const lines = people.map((line) => {
      const cells = line.split(';');
      const [sex, race] = [cells[at('sex')], cells[at('race')]];
      const earns = cells[at('salary-class')] === '>50K' ? 1 : 0;
      return `${sex},${race},${studied.has(cells[at('education')] ?? '') ? 1 : 0},${earns}`;
    });
    await hold(context, ['sex,race,outcome,label', ...lines], 'sex,race');
  });
});
