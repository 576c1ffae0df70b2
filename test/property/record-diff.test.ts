import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemsOf, saidBy, type AnyAnswer, type AnyBody } from '#shared/register/any-body.ts';
import { diffBodies, type Difference } from '#shared/register/diff.ts';
import { recordKinds } from '#shared/register/record-kinds/index.ts';

const origin = fc.constantFrom(
  { from: 'person', by: 'Ada', at: '2026-11-29T09:00:00.000Z' } as const,
  { from: 'log', entry: 3 } as const,
);
const withoutValue = fc.oneof(
  fc.record({ state: fc.constant('none' as const), origin }),
  fc.record({ state: fc.constant('unknown' as const), ask: fc.constantFrom('Bo', 'Cy'), origin }),
);
const single = fc.oneof(
  fc.record({ state: fc.constant('stated' as const), value: fc.constantFrom('a', 'b', 'c'), origin }),
  withoutValue,
);
const part = fc.record(
  { category: fc.constantFrom('contact', 'identity'), what: fc.constantFrom('x', 'y') },
  { requiredKeys: ['category'] },
);
const list = fc.oneof(
  fc
    .uniqueArray(fc.record({ id: fc.constantFrom('i1', 'i2', 'i3', 'i4'), value: part, origin }), {
      minLength: 1,
      selector: ({ id }) => id,
    })
    .map((items) => ({ state: 'stated' as const, items })),
  withoutValue,
);
const body: fc.Arbitrary<AnyBody> = fc.record(
  { name: single, owner: single, dataItems: list, recipients: list },
  { requiredKeys: [] },
);

/** What a reader makes of the differences: the body that they lead to, items in no order. */
function applied(before: AnyBody, differences: readonly Difference[]): AnyBody {
  const after: Record<string, AnyAnswer | undefined> = { ...before };
  for (const { field, change, after: answer, items } of differences) {
    if (change !== 'items' || items === null) after[field] = answer ?? undefined;
    else {
      const gone = new Set([...items.removed, ...items.changed].map(({ id }) => id));
      const kept = itemsOf(before[field]).filter(({ id }) => !gone.has(id));
      const now = [...kept, ...items.added, ...items.changed.map((item) => item.after)];
      after[field] = { state: 'stated', items: now };
    }
  }
  return after;
}

const asSaid = (of: AnyBody): unknown =>
  Object.keys(recordKinds.activity.fields)
    .filter((field) => of[field] !== undefined)
    .map((field) => {
      const answer = of[field]!;
      if (!('items' in answer)) return [field, saidBy(answer)];
      return [field, answer.items.map(({ id, value }) => JSON.stringify([id, value])).toSorted()];
    });

it('differences lead from one body to the other, and say nothing where there are none', () => {
  fc.assert(
    fc.property(body, body, (before, after) => {
      const differences = diffBodies('activity', before, after);
      expect(asSaid(applied(before, differences))).toEqual(asSaid(after));
      for (const { items } of differences)
        if (items !== null) expect(items.added.length + items.removed.length + items.changed.length).toBeGreaterThan(0);
    }),
  );
  fc.assert(
    fc.property(body, (one) => {
      expect(diffBodies('activity', one, structuredClone(one))).toEqual([]);
    }),
  );
});

it('a field that differs is named once, whichever way one looks', () => {
  fc.assert(
    fc.property(body, body, (before, after) => {
      const there = diffBodies('activity', before, after).map(({ field }) => field);
      expect(new Set(there).size).toBe(there.length);
      expect(diffBodies('activity', after, before).map(({ field }) => field)).toEqual(there);
    }),
  );
});
