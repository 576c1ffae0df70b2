import { describe, expect, it } from 'vitest';
import { findProxies, type Sought, type Texts } from './find-proxies.ts';

/** Numbers without a pattern a reader would see, the same on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const people = 1500;
/** One text per person. */
const each = (make: (at: number) => string | null): (string | null)[] =>
  Array.from({ length: people }, (_, at) => make(at));
const column = (name: string, make: (at: number) => string | null): Texts => ({ name, texts: each(make) });

const random = chance(7);
const draw = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
const beliefs = each(() => draw(['none', 'none', 'none', 'Catholic', 'Muslim']));
const belief: Sought = { name: 'religion', flags: ['religion'], texts: beliefs };
const harmless = [
  column('city', () => draw(['Lyon', 'Graz', 'Turin', 'Ghent', 'Bern'])),
  column('spend', () => `${Math.floor(random() * 900)}`),
  column('visits', () => `${Math.floor(random() * 9)}`),
];
const find = (leaving: readonly Texts[], sought: readonly Sought[] = [belief]) =>
  findProxies(leaving, sought, { warns: 0.7 });

describe('columns that stand in for others', () => {
  it('are none where they are drawn apart', async () => {
    expect(await find(harmless)).toEqual({
      looked: [{ column: 'religion', flags: ['religion'] }],
      tooFew: [],
      found: [],
    });
  });

  it('are found where one tells a single value', async () => {
    const meat = column('last_purchase', (at) =>
      beliefs[at] === 'Muslim' && random() < 0.8 ? 'halal chicken' : draw(['bread', 'milk', 'cheese']),
    );
    const { found } = await find([...harmless, meat]);
    expect(found[0]).toMatchObject({ of: 'religion', by: ['last_purchase'], way: 'alone' });
    expect(found[0]!.auc).toBeGreaterThan(0.85);
    expect(found[0]!.low).toBeLessThan(found[0]!.auc);
  });

  it('are found among surnames that hardly two people share, by what they end with', async () => {
    const origins = each(() => draw(['Polish', 'German', 'German']));
    const start = () => `${draw(['Ko', 'Ma', 'Wi', 'Bo', 'Za'])}${draw(['na', 'li', 'wa', 'ro', 'mu'])}`;
    const named = column('surname', (at) =>
      origins[at] === 'Polish' ? `${start()}${draw(['wski', 'cki', 'ska'])}` : `${start()}${draw(['mann', 'feld'])}`,
    );
    const spread = column('street', () => `${start()}${draw(['strasse', 'weg', 'gasse', 'platz'])}`);
    const { found } = await find(
      [...harmless, named, spread],
      [{ name: 'origin', flags: ['race_ethnicity'], texts: origins }],
    );
    expect(found.map(({ by }) => by)).toEqual([['surname']]);
    expect(found[0]!.low).toBeGreaterThan(0.8);
  });

  it('are found where only two together tell it, and each alone nothing', async () => {
    const first = column('plan', () => draw(['a', 'b']));
    const second = column('colour', (at) => {
      const same = beliefs[at] === 'none';
      return (first.texts[at] === 'a') === same ? 'red' : 'blue';
    });
    const { found } = await find([...harmless, first, second]);
    expect(found[0]).toMatchObject({ by: ['plan', 'colour'], way: 'two' });
    expect(found.some(({ way }) => way === 'alone')).toBe(false);
  });

  it('are found where many weak hints add up', async () => {
    const hints = Array.from({ length: 12 }, (_, hint) =>
      column(`hint_${hint}`, (at) => (random() < (beliefs[at] === 'none' ? 0.35 : 0.65) ? 'y' : 'n')),
    );
    const { found } = await find([...harmless, ...hints]);
    expect(found[0]).toMatchObject({ way: 'all' });
    expect(found[0]!.auc).toBeGreaterThan(0.8);
  });

  it('are looked for in steps of numbers, and only among people whose value is known', async () => {
    const half = { ...belief, texts: beliefs.map((text, at) => (at % 2 === 0 ? text : null)) };
    const birth = column('code', (at) => `${(beliefs[at] === 'Catholic' ? 5000 : 0) + Math.floor(random() * 5000)}`);
    const { found } = await find([...harmless, birth], [half]);
    expect(found[0]).toMatchObject({ by: ['code'], way: 'alone' });
    expect(found[0]!.auc).toBeGreaterThan(0.95);
  });

  it('are not said to be absent where too few people have any value', async () => {
    const rare = { ...belief, texts: each((at) => (at < 10 ? 'Sikh' : null)) };
    expect(await find(harmless, [rare])).toEqual({
      looked: [],
      tooFew: [{ column: 'religion', flags: ['religion'] }],
      found: [],
    });
  });

  it('are seldom found by chance: fifty tables of nothing but noise', async () => {
    let byChance = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const next = chance(seed * 7919);
      const noise = (name: string, kinds: number): Texts => ({
        name,
        texts: Array.from({ length: 150 }, () => `${Math.floor(next() * kinds)}`),
      });
      const leaving = Array.from({ length: 12 }, (_, at) => noise(`c${at}`, 2 + at));
      const { found } = await find(leaving, [{ ...noise('union', 2), flags: ['trade_union'] }]);
      byChance += found.length === 0 ? 0 : 1;
    }
    expect(byChance).toBeLessThanOrEqual(1);
  });
});
