import { expect, it } from 'vitest';
import { shownLeavers, type Readings } from './shown-leavers.ts';

const read = (said: Record<string, string>): Readings => new Map(Object.entries(said));
const five = { a: 'x', b: 'x', c: 'x', d: 'x', e: 'x' };

it('finds who left a reading that else the same people have, and who joined one', () => {
  const { e: _e, ...four } = five;
  expect(shownLeavers(read(five), read(four), 5)).toEqual({ left: 1, joined: 0, groups: 1, inBoth: 1 });
  expect(shownLeavers(read(four), read(five), 5)).toEqual({ left: 0, joined: 1, groups: 1, inBoth: 1 });
});

it.each<[string, Record<string, string>]>([
  ['somebody came in their place', { a: 'x', b: 'x', c: 'x', d: 'x', f: 'x' }],
  ['they are only in another group now', { ...five, e: 'y' }],
  ['nobody reads it any more', { a: 'y', b: 'y', c: 'y', d: 'y' }],
  ['as many left as a group has', {}],
])('finds nobody where %s', (_why, after) => {
  expect(shownLeavers(read(five), read(after), 5)).toMatchObject({ left: 0, joined: 0, groups: 0 });
});

it('finds whoever a count of each reading shows, on random releases', () => {
  let state = 7;
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let trial = 0; trial < 200; trial += 1) {
    const draw = (): Readings =>
      new Map(
        Array.from({ length: 8 }, (_, at) => [String(at), 'xyz'[random(3)]!] as const).filter(() => random(4) > 0),
      );
    const [before, after] = [draw(), draw()];
    let [left, joined] = [0, 0];
    for (const said of 'xyz') {
      const of = (readings: Readings): string[] => [...readings].filter(([, own]) => own === said).map(([who]) => who);
      const [were, are] = [of(before), of(after)];
      if (were.length === 0 || are.length === 0) continue;
      const gone = were.filter((who) => !are.includes(who));
      const come = are.filter((who) => !were.includes(who));
      if (come.length === 0 && gone.length > 0 && gone.length < 3 && gone.every((who) => !after.has(who)))
        left += gone.length;
      if (gone.length === 0 && come.length > 0 && come.length < 3 && come.every((who) => !before.has(who)))
        joined += come.length;
    }
    expect(shownLeavers(before, after, 3)).toMatchObject({ left, joined });
  }
});
