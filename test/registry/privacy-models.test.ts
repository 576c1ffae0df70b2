import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { findPrivacyModel, privacyModels } from '#shared/privacy-models/index.ts';

const models = privacyModels.map(({ id }) => findPrivacyModel(id)!);

describe('the list of privacy models', () => {
  let directory: string;
  let duck: Duck;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'custos-models-'));
    duck = await openDuck({ directory });
  });
  afterAll(() => {
    duck.close();
    rmSync(directory, { recursive: true });
  });

  it('holds every file of the folder once, named by its id', () => {
    const files = readdirSync(new URL('../../shared/privacy-models', import.meta.url))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.replace('.ts', ''))
      .filter((file) => file !== 'index' && file !== 'privacy-model');
    expect(privacyModels.map((model) => model.id).sort()).toEqual(files.sort());
  });

  it.each(
    models.flatMap((model) => model.examples.map((example) => [model.id, example.name, model, example] as const)),
  )('%s: %s', async (_id, _name, model, example) => {
    await duck.run('CREATE OR REPLACE TABLE example (c1 VARCHAR, c2 VARCHAR)');
    for (const row of example.rows) await duck.run('INSERT INTO example VALUES ($1, $2)', row);
    const risk = await measureRisk(duck, 'example', {
      qi: [{ name: 'quasi', sql: 'c1' }],
      sensitive: [{ name: 'secret', sql: 'c2' }],
      counted: true,
    });
    const value = model.value(risk, example.settings, 'secret');
    expect(value).toBeCloseTo(example.value, 9);
    expect(model.met(value, example.settings)).toBe(example.met);
    expect(model.explain(value, example.settings, 'secret')).toMatch(/wanted\.$/);
  });

  it.each(models.map((model) => [model.id, model] as const))(
    '%s has a case that holds and one that does not',
    (_id, model) => {
      expect(new Set(model.examples.map((example) => example.met)).size).toBe(2);
    },
  );

  it.each(models.map((model) => [model.id, model] as const))(
    '%s takes its usual settings and no others',
    (_id, model) => {
      const { usual, settings, examples } = model;
      for (const good of [usual, ...examples.map((example) => example.settings)])
        expect(settings.safeParse(good).success).toBe(true);
      for (const bad of [{}, { ...usual, more: 1 }, { [Object.keys(usual)[0]!]: 'many' }])
        expect(settings.safeParse(bad).success).toBe(false);
      expect(Number.isFinite(model.wanted(usual))).toBe(true);
      expect(model.allowed).toMatch(/\.$/);
    },
  );
});
