import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow } from '#test/support/make-engine.ts';
import { releaseRecipe, workedWorkspace, type Worked } from '../journal/worked-workspace.ts';

interface Answer {
  findings: GuardFinding[];
  refused: { code: string; sentence: string } | null;
}

const guard = (made: Worked, recipe: RecipeFile, today?: string) =>
  follow(
    made.client.files.guard({
      grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId,
      recipe,
      ...(today === undefined ? {} : { today }),
    }),
  );

/** What a release is told, written or refused. */
async function released(made: Worked, recipe: RecipeFile, today?: string): Promise<Answer> {
  try {
    const { guardrails } = await follow(
      made.client.files.apply({
        grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId,
        recipe,
        outputGrantId: made.engine.grants.add(made.path('out.csv'), 'write').grantId,
        ...(today === undefined ? {} : { today }),
      }),
    );
    return { findings: guardrails, refused: null };
  } catch (error) {
    const { code, data } = error as { code: string; data: { detail: string; findings: GuardFinding[] } };
    return { findings: data.findings, refused: { code, sentence: data.detail } };
  }
}

const bind = (made: Worked, purpose: string, needed = true) =>
  made.client.lawfulness.bindColumns({
    datasetId: made.dataset.id,
    purpose,
    columns: ['city', 'loyalty_segment'],
    needed,
  });
const pseudonymised = (): RecipeFile => ({ ...releaseRecipe(), release: 'pseudonymised' });

interface Situation {
  name: string;
  prepare?: (made: Worked) => Promise<unknown>;
  recipe?: () => RecipeFile;
  today?: string;
  /** What tells that the situation is the one meant: a guardrail and its reason, and whether it is refused. */
  tells: { id: string; code: string; refused: string | null };
}

const situations: Situation[] = [
  { name: 'nothing declared', tells: { id: 'G2', code: 'not-declared', refused: null } },
  {
    name: 'bound to the purpose',
    prepare: (made) => bind(made, 'P1'),
    tells: { id: 'G2', code: 'bound-to-purpose', refused: null },
  },
  {
    name: 'bound to another purpose',
    prepare: (made) => bind(made, 'P3'),
    tells: { id: 'G2', code: 'other-purpose', refused: 'GUARDRAIL_BLOCKS' },
  },
  {
    name: 'bound to another purpose, pseudonymised',
    prepare: (made) => bind(made, 'P3'),
    recipe: pseudonymised,
    tells: { id: 'G2', code: 'other-purpose', refused: 'GUARDRAIL_BLOCKS' },
  },
  {
    name: 'a column that a person holds to be a name',
    prepare: (made) =>
      made.client.classify.decide({
        datasetId: made.dataset.id,
        decisions: [{ column: 'city', action: 'override', type: 'full_name', class: 'linked', reason: 'it is one' }],
      }),
    tells: { id: 'E3', code: 'left-in-anonymised', refused: 'GUARDRAIL_BLOCKS' },
  },
  {
    name: 'columns that nobody decided on',
    prepare: (made) =>
      made.client.classify.decide({
        datasetId: made.dataset.id,
        decisions: [{ column: 'city', action: 'withdraw' }],
      }),
    tells: { id: 'G7', code: 'unconfirmed', refused: null },
  },
  {
    name: 'a target that is missed',
    recipe: () => ({ ...releaseRecipe(), formatVersion: 1, target: { k: 11, suppression: 0 } }),
    tells: { id: 'G6', code: 'small-classes-in-anonymised', refused: 'TARGET_MISSED' },
  },
  {
    name: 'another day',
    today: '2031-01-01',
    tells: { id: 'G2', code: 'not-declared', refused: null },
  },
];

describe('what the guardrails say beforehand is what a release is told', () => {
  it.each(situations)('$name', async ({ prepare, recipe = releaseRecipe, today, tells }) => {
    const made = await workedWorkspace();
    await prepare?.(made);
    const before = await guard(made, recipe(), today);
    expect(made.wrote('out.csv')).toBe(false);
    const told = await released(made, recipe(), today);
    expect(before.findings).toEqual(told.findings);
    expect(before.refused).toEqual(told.refused);
    expect(told.refused?.code ?? null).toBe(tells.refused);
    expect(told.findings.find(({ id }) => id === tells.id)?.reason?.code).toBe(tells.code);
  });

  it('a binding that cannot be read', async () => {
    const made = await workedWorkspace();
    await bind(made, 'P1');
    await made.shut();
    const db = new SqliteDatabase(made.file);
    db.exec(`UPDATE record_draft SET body_version = 9, sitting = '["cells"]' WHERE kind = 'binding'`);
    db.close();
    await made.open();
    const refused = { code: 'REGISTER_CONTRADICTS', data: { detail: expect.stringContaining('BD-001') } };
    await expect(guard(made, releaseRecipe())).rejects.toMatchObject(refused);
    await expect(made.apply('out.csv')).rejects.toMatchObject(refused);
  });

  it('a file as it is is held to be the dataset, too', async () => {
    const made = await workedWorkspace();
    await bind(made, 'P3');
    const { findings } = await follow(
      made.client.files.guard({
        grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId,
        purpose: 'P1',
        release: 'pseudonymised',
      }),
    );
    expect(findings.find(({ id }) => id === 'G2')).toMatchObject({
      verdict: 'block',
      reason: { code: 'other-purpose' },
    });
  });
});
