import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRelease } from '#engine/release/run-release.ts';
import { Failure } from '#shared/contract/failure.ts';
import { finding } from '#test/support/finding.ts';
import { purpose, recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();

const targeting = { ...purpose, targeting: true, lawfulBases: [{ basis: 'consent' as const, why: 'Asked.' }] };
const findings = [
  finding('n', 'purchase_count'),
  finding('tier', 'loyalty_segment'),
  finding('parish', 'religion', { flags: ['religion'] }),
  finding('born', 'date_of_birth', { class: 'linked' }),
  finding('ok', 'consent_status', { flags: ['consent'] }),
];
/** Of 400 people half are gold; of the gold one in four is a child, and one in four of the grown-ups never agreed. */
const people = Array.from({ length: 400 }, (_, at) => {
  const gold = at % 2 === 0;
  const child = at % 8 === 0;
  return [
    at,
    gold ? (at % 4 === 0 ? '\t Gold\u00A0' : 'gold') : 'silver',
    at % 3 === 0 ? 'a' : 'b',
    child ? '2015-05-05' : '1980-05-05',
    at % 8 === 2 ? 'no' : 'yes',
  ].join(',');
});
const file = (rows: readonly string[]): string => `n,tier,parish,born,ok\n${rows.join('\n')}\n`;
const drop = step('drop-columns', { columns: ['tier', 'parish', 'born', 'ok'] });

async function released(rows: readonly string[], steps: ReturnType<typeof step>[]) {
  const input = await desk.prepare(file(rows), {
    recipe: recipeOf(steps, { release: 'targeting', target: { k: 1, suppression: 0 } }),
    findings,
    purpose: targeting,
    keepOrder: true,
  });
  const { result } = await runRelease(input);
  return { result, written: readFileSync(input.outputPath, 'utf8').trimEnd().split('\n').slice(1).map(Number) };
}

describe('a recipe that keeps a segment', () => {
  it('lets only its rows leave, and counts why each other stays, each once', async () => {
    const { result, written } = await released(people, [step('keep-rows', { columns: ['tier'], value: 'GOLD' }), drop]);
    expect(written).toEqual(people.flatMap((_, at) => ([4, 6].includes(at % 8) ? [at] : [])));
    expect(result.excluded).toEqual([
      { why: 'not in the segment', rows: 200 },
      { why: 'under 18', rows: 50 },
      expect.objectContaining({ rows: 50 }),
    ]);
    expect(result.rowsOut).toBe(100);
  });

  it('is refused where the segment is chosen by a belief, though the column is not written', async () => {
    const failure = await released(people, [step('keep-rows', { columns: ['parish'], value: 'a' }), drop]).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).code).toBe('GUARDRAIL_BLOCKS');
    expect((failure as Failure).message).toMatch(
      /E4: The segment is chosen by data nobody may be targeted by: “parish”/,
    );
  });

  it('is refused where the column that chooses stands in for a belief, measured over all rows', async () => {
    const told = people.map((row, at) => row.replace(/,(a|b),/, at % 2 === 0 ? ',a,' : ',b,'));
    const failure = await released(told, [step('keep-rows', { columns: ['tier'], value: 'silver' }), drop]).catch(
      (error: unknown) => error,
    );
    expect((failure as Failure).code).toBe('GUARDRAIL_BLOCKS');
    expect((failure as Failure).message).toMatch(/E4: .*stands in for.*“tier”/);
  });

  it('is refused where an earlier step changes what it chooses by', async () => {
    await expect(
      released(people, [
        step('redact', { columns: ['tier'], replacement: 'x' }),
        step('keep-rows', { columns: ['tier'], value: 'x' }),
        drop,
      ]),
    ).rejects.toThrow(/Move it up/);
  });
});
