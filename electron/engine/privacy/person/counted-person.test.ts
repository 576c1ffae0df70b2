import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { finding } from '#test/support/finding.ts';
import { countedPerson } from './counted-person.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

async function whoIsCounted(types: Record<string, SemanticTypeId>, rows: TextRow[]): Promise<string | null> {
  const names = Object.keys(types);
  await tableOf(duck, 'visits', names.length, rows);
  const columns = names.map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const findings = names.map((name) =>
    finding(name, types[name]!, {
      class: name === 'spent' ? 'non_pii' : 'linkable',
      category: 'personal',
      confidence: 1,
    }),
  );
  return (await countedPerson({ duck, relation: 'visits', columns }, findings))?.name ?? null;
}

/** Thirty members, four visits each: number, ZIP, gender, year of birth, what was spent. */
const visits: TextRow[] = Array.from({ length: 120 }, (_, row) => {
  const who = row % 30;
  return [`m-${who}`, String(10_000 + (who % 10)), who % 2 === 0 ? 'f' : 'm', String(1950 + (who % 15)), String(row)];
});

describe('who is counted in a release', () => {
  it(
    'are the values of a column that nobody knows the meaning of, where each comes with one ZIP, gender and year of ' +
      'birth',
    async () => {
      const types: Record<string, SemanticTypeId> = {
        member: 'person_attribute',
        plz: 'postal_code',
        sex: 'gender',
        born: 'birth_year',
        spent: 'purchase_amount',
      };
      expect(await whoIsCounted(types, visits)).toBe('member');
    },
  );

  it('are the values of a known customer number, before any other', async () => {
    expect(
      await whoIsCounted(
        { zz: 'person_attribute', plz: 'postal_code', sex: 'gender', born: 'birth_year', no: 'customer_id' },
        visits,
      ),
    ).toBe('no');
  });

  it('are not the codes of a place, which come in step with the place', async () => {
    const branches: TextRow[] = visits.map((_, row) => [
      `b-${row % 12}`,
      ['Ghent', 'Porto', 'Graz', 'Bergen'][row % 4]!,
      ['BE', 'PT', 'AT', 'NO'][row % 4]!,
    ]);
    expect(await whoIsCounted({ branch: 'unknown', town: 'city', land: 'country' }, branches)).toBeNull();
  });
});
