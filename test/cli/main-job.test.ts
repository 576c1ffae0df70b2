import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';
import { readCsv } from '#test/support/read-csv.ts';

const sample = resolve(import.meta.dirname, '../../resources/sample/customers.csv');
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  const made = await desk.custos(['init', 'Acme.custos', '--organisation', 'Acme Ltd', '--json']);
  expect(made.status, made.stderr).toBe(0);
  expect(JSON.parse(made.stdout).recoveryKey).toMatch(/^[0-9A-Z-]{20,}$/);
});
afterAll(() => desk.remove());

describe('the main job on the command line', () => {
  it('goes from a file to an anonymised export, its certificate and a register that verifies', async () => {
    const recommended = await desk.custos(['recommend', sample, '--purpose', 'P1', '-o', 'recipe.json']);
    expect(recommended.status, recommended.stderr).toBe(0);
    const recipe = JSON.parse(readFileSync(desk.path('recipe.json'), 'utf8'));
    // What other people's scripts read of it.
    expect(recipe).toMatchObject({ formatVersion: 1, target: { k: 5, suppression: 0.05 } });
    expect(recipe.steps.length).toBeGreaterThan(3);
    expect(recipe.steps.every(({ reason }: { reason: string }) => reason.length > 10)).toBe(true);

    const applied = await desk.custos([
      'apply',
      sample,
      '--recipe',
      'recipe.json',
      '-o',
      'out.csv',
      '--workspace',
      'Acme.custos',
      '--json',
    ]);
    expect(applied.status, applied.stderr).toBe(0);
    const report = JSON.parse(applied.stdout);
    expect(report.label).toBe('anonymised');
    expect(report.k).toBeGreaterThanOrEqual(5);
    expect(report.rowsIn - report.suppressed).toBe(report.rowsOut);
    expect(report.suppressed / report.rowsIn).toBeLessThanOrEqual(0.05);
    expect(report.sha256).toBe(sha256(desk.path('out.csv')));

    // k recomputed here, from the written file, over the quasi-identifiers that the certificate names
    const certificate = JSON.parse(readFileSync(desk.path('out.csv.certificate.json'), 'utf8'));
    const { header, rows } = readCsv(readFileSync(desk.path('out.csv'), 'utf8'));
    expect(rows).toHaveLength(report.rowsOut);
    const text = JSON.stringify(certificate);
    const sizesOver = (columns: string[]): number[] => {
      const sizes = new Map<string, number>();
      for (const row of rows) {
        const key = JSON.stringify(columns.map((name) => row[header.indexOf(name)]));
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
      }
      return [...sizes.values()];
    };
    expect(report.counted.every((name: string) => header.includes(name))).toBe(true);
    expect(report.counted.length).toBeGreaterThan(1);
    expect(Math.min(...sizesOver(report.counted))).toBe(report.k);
    // Anonymised is said of no file in which somebody is alone over all its columns.
    expect(report).toMatchObject({ uniqueAllColumns: 0, relinkable: 0, earlierReleases: [] });
    expect(Math.min(...sizesOver(header))).toBeGreaterThanOrEqual(5);
    expect(certificate).toMatchObject({
      formatVersion: 2,
      outsider: { uniqueAllColumns: 0, relinkable: '0', earlierReleases: [] },
    });
    expect(certificate.disclosureTests.map(({ result }: { result: string }) => result)).toEqual([
      'pass',
      'pass',
      'pass',
    ]);
    expect(text).toContain(report.sha256);

    const verified = await desk.custos(['register', 'verify', '--workspace', 'Acme.custos', '--json'], {
      env: { CUSTOS_PASSPHRASE: undefined },
    });
    expect(verified.status, verified.stderr).toBe(0);
    const verification = JSON.parse(verified.stdout);
    expect(verification).toMatchObject({ ok: true, problems: [] });
    expect(verification.entries).toBeGreaterThanOrEqual(3);

    const shown = await desk.custos(
      ['register', 'show', String(report.registerEntry), '--workspace', 'Acme.custos', '--json'],
      { env: { CUSTOS_PASSPHRASE: undefined } },
    );
    expect(JSON.parse(shown.stdout).payload.outputSha256).toBe(report.sha256);
    expect(readdirSync(desk.path('Acme.custos/releases')).length).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same input, recipe and key', async () => {
    const again = await desk.custos([
      'apply',
      sample,
      '--recipe',
      'recipe.json',
      '-o',
      'again.csv',
      '--workspace',
      'Acme.custos',
    ]);
    expect(again.status, again.stderr).toBe(0);
    expect(sha256(desk.path('again.csv'))).toBe(sha256(desk.path('out.csv')));
  });

  it('leaves an existing file alone without --force', async () => {
    const refused = await desk.custos([
      'apply',
      sample,
      '--recipe',
      'recipe.json',
      '-o',
      'out.csv',
      '--workspace',
      'Acme.custos',
    ]);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toMatch(/exists already/);
  });

  it('imports, decides, and finds nothing of the data in the closed workspace', async () => {
    const imported = await desk.custos(['import', sample, '--workspace', 'Acme.custos', '--json']);
    expect(imported.status, imported.stderr).toBe(0);
    expect(JSON.parse(imported.stdout).sha256).toBe(sha256(sample));
    const decided = await desk.custos(['decide', sample, '--workspace', 'Acme.custos', '--accept-all', '--json']);
    expect(decided.status, decided.stderr).toBe(0);
    expect(JSON.parse(decided.stdout).open).toBe(0);

    const { header, rows } = readCsv(readFileSync(sample, 'utf8'));
    const emails = header.findIndex((name) => /mail/i.test(name));
    const planted = rows[17]![emails]!;
    const files = (directory: string): string[] =>
      existsSync(directory)
        ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
            .map((name) => join(directory, name))
            .filter((path) => statSync(path).isFile())
        : [];
    for (const path of [...files(desk.path('Acme.custos')), ...files(desk.path('home'))])
      expect(readFileSync(path).includes(planted), path).toBe(false);
  });

  it('finds a hand edit of the register and points at it', async () => {
    const database = new Database(desk.path('Acme.custos/register.sqlite'));
    for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
    }[])
      database.exec(`DROP TRIGGER "${name}"`);
    database.prepare("UPDATE log SET actor = 'somebody else' WHERE seq = 2").run();
    database.close();
    const verified = await desk.custos(['register', 'verify', '--workspace', 'Acme.custos', '--json'], {
      env: { CUSTOS_PASSPHRASE: undefined },
    });
    expect(verified.status).toBe(1);
    const { ok, problems } = JSON.parse(verified.stdout);
    expect(ok).toBe(false);
    expect(problems.some(({ seq }: { seq: number }) => seq === 2)).toBe(true);
  });
});
