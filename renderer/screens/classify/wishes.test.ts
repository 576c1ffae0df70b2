import { expect, it } from 'vitest';
import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';
import { accepted, inverse, remembered, sameClasses, stepped, type Wish } from './wishes.ts';

const column = (name: string, decision: Partial<ClassifiedColumn['decision'] & object> | null = null) =>
  ({
    suggestion: { name, type: 'city', class: 'linkable' },
    effective: { name, type: 'city', class: 'linkable' },
    decision,
  }) as unknown as ClassifiedColumn;
const dataset = (...columns: ClassifiedColumn[]) =>
  ({ datasetId: 'd', columns, open: columns.length }) as unknown as ClassifiedDataset;
const accept = (name: string): Wish => ({ column: name, action: 'accept' });

it('takes a decision back to what stood before it', () => {
  expect(inverse(column('a'))).toEqual({ column: 'a', action: 'withdraw' });
  expect(inverse(column('a', { action: 'accepted' }))).toEqual(accept('a'));
  const overridden = { action: 'overridden', type: 'country', class: 'non_pii', reason: 'Asked' } as const;
  expect(inverse(column('a', overridden))).toEqual({
    column: 'a',
    action: 'override',
    type: 'country',
    class: 'non_pii',
    reason: 'Asked',
  });
});

it('shows as accepted what is open and named, and counts what stays open', () => {
  const before = dataset(column('a'), column('b', { action: 'overridden' }), column('c'));
  const after = accepted(before, new Set(['a', 'b']));
  expect(after.columns.map(({ decision }) => decision?.action ?? null)).toEqual(['accepted', 'overridden', null]);
  expect(after.open).toBe(1);
  expect(sameClasses(before, after)).toBe(true);
  expect(accepted(before, new Set())).toBe(before);
});

it('steps back and forth, and has nothing to do again after something new', () => {
  const done = remembered({ past: [], future: [[accept('x')]] }, [[accept('a')], [accept('b')]]);
  expect(done).toEqual({ past: [[accept('a')], [accept('b')]], future: [] });
  const back = stepped(done, 'past', 'future', [accept('c')]);
  expect(back).toEqual({ past: [[accept('a')]], future: [[accept('c')]] });
  expect(stepped(back, 'future', 'past', [accept('b')])).toEqual(done);
});
