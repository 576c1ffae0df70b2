import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { keysFromFile } from '#engine/keys/keys-from-file.ts';
import { assessRecipe } from '#engine/use-cases/recipes/assess-recipe.ts';
import { previewRecipe } from '#engine/run-recipe/preview-recipe.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseDesk, step } from './release-fixture.ts';

const desk = releaseDesk();
const { prepare } = desk;
const written = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);

describe('people with several rows', () => {
  const visits = [
    'customer,city,spent',
    'c1,Bonn,1',
    'c1,Bonn,2',
    'c1,Bonn,3',
    'c2,Köln,1',
    'c3,Köln,2',
    'c3,Köln,3',
    ',Köln,4',
    'c4,Ulm,1',
    'c5,Ulm,2',
  ].join('\n');
  const findings = [
    finding('customer', 'customer_id', { class: 'linkable' }),
    finding('city', 'city', { class: 'linkable' }),
    finding('spent', 'purchase_amount'),
  ];
  const recipe = recipeOf([
    step('drop-columns', { columns: ['customer'] }),
    step('redact', { columns: ['spent'] }),
    step('suppress-small-classes', { columns: ['city'] }),
  ]);
  const withoutAmount = recipeOf([
    step('drop-columns', { columns: ['customer'] }),
    step('suppress-small-classes', { columns: ['city'] }),
  ]);

  it('are said to be the whole file where nothing in it tells rows apart', async () => {
    const input = await prepare(visits, {
      recipe: recipeOf([
        step('drop-columns', { columns: ['customer', 'city'] }),
        step('redact', { columns: ['spent'] }),
      ]),
      findings,
    });
    expect((await runRelease(input)).certificate.statement).toContain(
      'no column tells rows apart; there are 5 people in all.',
    );
  });

  it('count once, though their id is not in the output', async () => {
    const input = await prepare(visits, { recipe, findings });
    const { result, certificate } = await runRelease(input);
    expect(written(result.output).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'Köln,[redacted]'),
      'Ulm,[redacted]',
      'Ulm,[redacted]',
    ]);
    expect(result).toMatchObject({ rowsOut: 6, suppressed: 3, k: 2, uniqueRows: 0, label: 'anonymised' });
    expect(certificate.measured).toMatchObject({ counts: 'people', k: 2, classes: 2 });
    expect(certificate.statement).toContain('at least 2 people');
    expect(JSON.stringify(certificate)).not.toMatch(/"c[1-5]"/);
  });

  it('are counted by row where hardly any row has an id', async () => {
    const { certificate } = await runRelease(
      await prepare('customer,city\nc1,Ulm\nc1,Ulm\n,Ulm\n,Ulm\n,Ulm\n', { recipe: withoutAmount, findings }),
    );
    expect(certificate.measured).toMatchObject({ counts: 'rows', k: 5 });
  });

  it('are counted by row where every id is there once', async () => {
    const { certificate } = await runRelease(
      await prepare('customer,city\nc1,Ulm\nc2,Ulm\n', { recipe: withoutAmount, findings }),
    );
    expect(certificate.measured).toMatchObject({ counts: 'rows', k: 2 });
  });
});

describe('what a release says of itself', () => {
  const text = 'email,city\na@example.com,Ulm\nb@example.com,Ulm\n';
  const findings = [
    finding('email', 'email_address', { class: 'linked' }),
    finding('city', 'city', { class: 'linkable' }),
  ];

  it('is “pseudonymised, still personal data” where it only hashes, and unsigned without a workspace', async () => {
    const { result, certificate } = await runRelease(
      await prepare(text, {
        recipe: recipeOf([step('keyed-hash', { columns: ['email'] })], { release: 'pseudonymised' }),
        findings,
      }),
    );
    expect(result.label).toBe('pseudonymised');
    expect(certificate).toMatchObject({
      statement: expect.stringMatching(/^Pseudonymised, still personal data/),
      signature: null,
      workspace: null,
    });
    expect(certificate.disclosureTests.find((test) => test.test === 'linkability')).toMatchObject({ result: 'fail' });
    expect(certificate.guardrails.find((answer) => answer.id === 'G7')).toMatchObject({ verdict: 'warn' });
  });

  it('is “anonymised” only with a class of two at least, whatever the recipe asks for', async () => {
    const recipe = recipeOf([step('drop-columns', { columns: ['email'] })], { target: { k: 1, suppression: 0 } });
    expect((await runRelease(await prepare(text, { recipe, findings }))).result.label).toBe('anonymised');
    const lonely = await prepare(text.replace('b@example.com,Ulm', 'b@example.com,Bonn'), {
      recipe: { ...recipe, release: 'pseudonymised' },
      findings,
      force: true,
    });
    expect((await runRelease(lonely)).result).toMatchObject({
      label: 'pseudonymised',
      k: 1,
      uniqueRows: 2,
      uniqueAllColumns: 2,
      relinkable: 1,
    });
  });

  it('is never more than was asked for', async () => {
    const recipe = recipeOf([step('drop-columns', { columns: ['email'] })], { release: 'pseudonymised' });
    const { result } = await runRelease(await prepare(text, { recipe, findings }));
    expect(result).toMatchObject({ label: 'pseudonymised', k: 2, counted: ['city'] });
    expect(result.tests.find(({ test }) => test === 'inference')).toMatchObject({ result: 'not-assessed' });
  });

  it('is “k-anonymous” where a measured risk alone keeps the word away', async () => {
    const health = [
      finding('city', 'city', { class: 'linkable' }),
      finding('ill', 'diagnosis', { class: 'non_pii', flags: ['health'] }),
    ];
    const rows = ['Bonn,flu', 'Bonn,flu', 'Ulm,flu', 'Ulm,flu', 'Ulm,cold', 'Ulm,cold'];
    const assessment = await assessRecipe({
      ...(await prepare(`city,ill\n${rows.join('\n')}\n`, { recipe: recipeOf([], {}), findings: health })),
      keys: null,
    });
    expect(assessment).toMatchObject({ label: 'k-anonymous', k: 2, counted: ['city', 'ill'], uniqueAllColumns: 0 });
    expect(assessment.missing.join(' ')).toContain('ill');
  });

  it('says what pseudonymised protects against', async () => {
    const visits = ['email,city,spent', ...Array.from({ length: 4 }, (_, at) => `p${at}@example.com,Ulm,${at}`)].join(
      '\n',
    );
    const known = [...findings, finding('spent', 'purchase_amount')];
    const { result } = await runRelease(
      await prepare(visits, {
        recipe: recipeOf([step('drop-columns', { columns: ['email'] })], { release: 'pseudonymised' }),
        findings: known,
      }),
    );
    expect(result).toMatchObject({
      label: 'pseudonymised',
      k: 4,
      counted: ['city'],
      uniqueAllColumns: 4,
      relinkable: 1,
    });
    expect(result.statement).toMatch(
      /protects against somebody who knows “city” of a person and nothing else: at least 4 rows/,
    );
  });

  it('measures what belonging to a class gives away, from the written file', async () => {
    const rows = ['Bonn,flu', 'Bonn,flu', 'Bonn,flu', 'Ulm,flu', 'Ulm,cold', 'Ulm,none'];
    const health = [
      finding('city', 'city', { class: 'linkable' }),
      finding('ill', 'diagnosis', { class: 'non_pii', flags: ['health'] }),
    ];
    const recipe = recipeOf([], { target: { k: 3, suppression: 0 }, protect: ['ill'] });
    const assessment = await assessRecipe({
      ...(await prepare(`city,ill\n${rows.join('\n')}\n`, { recipe, findings: health })),
      keys: null,
    });
    expect(assessment).toMatchObject({
      k: 3,
      counted: ['city'],
      uniqueAllColumns: 3,
      relinkable: 0.5,
      label: 'pseudonymised',
    });
    expect(assessment.tests).toMatchObject([
      { test: 'singling-out', result: 'pass' },
      { test: 'linkability', result: 'pass' },
      { test: 'inference', result: 'fail' },
    ]);
    expect(assessment.missing).toEqual([expect.stringContaining('“ill”')]);
    const varied = ['Bonn,flu', 'Bonn,cold', 'Bonn,none', 'Ulm,flu', 'Ulm,cold', 'Ulm,none'];
    const { certificate } = await runRelease(
      await prepare(`city,ill\n${varied.join('\n')}\n`, { recipe, findings: health, force: true }),
    );
    expect(certificate.models.map(({ model, column, value, met }) => [model, column, value, met])).toEqual([
      ['k-anonymity', null, '3', true],
      ['distinct-l-diversity', 'ill', '3', true],
      ['entropy-l-diversity', 'ill', '3', true],
      ['t-closeness', 'ill', '0', true],
    ]);
    expect(certificate).toMatchObject({
      label: 'anonymised',
      outsider: { uniqueAllColumns: 6, relinkable: '1' },
      recipe: { protect: ['ill'] },
    });
  });

  it('warns of a protected column by which rows could be matched', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `Ulm,${index}.17`).join('\n');
    const known = [finding('city', 'city', { class: 'linkable' }), finding('amount', 'purchase_amount')];
    const { result, findings: answers } = await runRelease(
      await prepare(`city,amount\n${rows}\n`, { recipe: recipeOf([], { protect: ['amount'] }), findings: known }),
    );
    expect(result).toMatchObject({ label: 'anonymised', counted: ['city'], uniqueAllColumns: 60, relinkable: 1 });
    expect(answers.find((answer) => answer.id === 'G6')).toMatchObject({ verdict: 'warn', columns: ['amount'] });
  });

  it.each(['csv', 'tsv'])(
    'has no blank line in a %s of one column, which readers would take for no row',
    async (format) => {
      const recipe = recipeOf([step('drop-columns', { columns: ['id'] })], {
        release: 'pseudonymised',
        target: { k: 1, suppression: 0 },
      });
      const { result } = await runRelease(
        await prepare('id,zip\n1,\n2,""\n3,10115\n4,\n', {
          recipe,
          findings: [finding('zip', 'postal_code', { class: 'linkable' })],
          keepOrder: true,
          outputPath: join(desk.folders.out, `one.${format}`),
        }),
      );
      expect(written(result.output)).toEqual(['""', '""', '10115', '""']);
      expect(result).toMatchObject({ rowsOut: 4, k: 1, uniqueRows: 1 });
    },
  );

  it('counts the values it could not read', async () => {
    const recipe = recipeOf([step('truncate-date', { columns: ['seen'], to: 'month' })], {
      release: 'pseudonymised',
      target: { k: 1, suppression: 0 },
    });
    const { certificate } = await runRelease(
      await prepare('seen\n2026-01-15\nyesterday\n\n', {
        recipe,
        findings: [finding('seen', 'timestamp', { flags: ['timestamp'] })],
      }),
    );
    expect(certificate.failedCasts).toEqual([{ column: 'seen', step: 0, rows: 1 }]);
    expect(certificate.guardrails.find((answer) => answer.id === 'G4')).toMatchObject({
      verdict: 'warn',
      columns: ['seen'],
    });
  });
});

describe('a targeting release', () => {
  it('leaves out minors and people of unknown age, counted apart from small classes', async () => {
    const text = [
      'born,spent',
      '1980-05-01,1',
      '2008-11-23,2',
      '2008-11-24,3',
      ',4',
      'soon,5',
      '24.11.2008,6',
      '03/04/1990,7',
    ].join('\n');
    const recipe = recipeOf([step('age-bands', { columns: ['born'], from: 'date-of-birth' })], {
      release: 'targeting',
      target: { k: 1, suppression: 0 },
    });
    const { result, certificate } = await runRelease(
      await prepare(text, {
        recipe,
        findings: [finding('born', 'date_of_birth', { class: 'linked' }), finding('spent', 'purchase_amount')],
        keepOrder: true,
      }),
    );
    expect(written(result.output).map((line) => line.split(',').at(-1))).toEqual(['1', '2', '7']);
    expect(certificate.rows).toEqual({
      in: 7,
      out: 3,
      suppressed: 0,
      excluded: [
        { why: 'under 18', rows: 2 },
        { why: 'age not known', rows: 2 },
      ],
    });
    expect(result).toMatchObject({
      suppressed: 4,
      excluded: [
        { why: 'under 18', rows: 2 },
        { why: 'age not known', rows: 2 },
      ],
      label: 'pseudonymised',
    });
  });

  it.each([
    ['days without separators', ['19900615', '20120101']],
    ['seconds since 1970, some before', ['487641600', '-252460800', '1325376000']],
    ['milliseconds since 1970', ['487641600000', '1325376000000']],
  ])('reads births as %s', async (_what, born) => {
    const recipe = recipeOf([step('drop-columns', { columns: ['born'] })], {
      release: 'targeting',
      target: { k: 1, suppression: 0 },
    });
    const text = `born,n\n${born.map((day, index) => `${day},${index}`).join('\n')}\n`;
    const { certificate } = await runRelease(
      await prepare(text, { recipe, findings: [finding('born', 'date_of_birth', { class: 'linked' })] }),
    );
    expect(certificate.rows).toEqual({
      in: born.length,
      out: born.length - 1,
      suppressed: 0,
      excluded: [{ why: 'under 18', rows: 1 }],
    });
  });

  it('takes a small number alone in an age group for a code, not for an age', async () => {
    const recipe = recipeOf([], { release: 'targeting', target: { k: 1, suppression: 0 } });
    const { certificate } = await runRelease(
      await prepare('group,n\n0,1\n1,2\n12-17,3\n18-24,4\n65+,5\nunder 18,6\n', {
        recipe,
        findings: [finding('group', 'age_group', { class: 'linkable' })],
      }),
    );
    expect(certificate.rows).toEqual({
      in: 6,
      out: 2,
      suppressed: 0,
      excluded: [
        { why: 'under 18', rows: 2 },
        { why: 'age not known', rows: 2 },
      ],
    });
  });

  it('is refused where no age can be read, saying so', async () => {
    const recipe = recipeOf([], { release: 'targeting', target: { k: 1, suppression: 0 } });
    const input = await prepare('age,n\nOld,1\nMiddle,2\n7,3\n', {
      recipe,
      findings: [finding('age', 'age', { class: 'linkable' })],
    });
    await expect(runRelease(input)).rejects.toMatchObject({
      code: 'TARGET_MISSED',
      message:
        'No row is left to write of 3: 1 under 18, 2 age not known. A targeting release takes only people whom a ' +
        'column shows to be of age and, where it rests on consent, to have given it. Nothing was written.',
    });
    expect(existsSync(input.outputPath)).toBe(false);
  });

  it('counts from --today rather than from the recipe’s date', async () => {
    const recipe = recipeOf([step('drop-columns', { columns: ['born'] })], {
      release: 'targeting',
      target: { k: 1, suppression: 0 },
    });
    const { certificate } = await runRelease(
      await prepare('born,n\n2008-11-24,1\n', {
        recipe,
        findings: [finding('born', 'date_of_birth', { class: 'linked' })],
        today: '2026-11-24',
      }),
    );
    expect(certificate).toMatchObject({ referenceDate: '2026-11-24', rows: { out: 1 } });
  });

  it('empties cookies past their time, by the date of their own where there is one', async () => {
    const text = 'cookie,seen\nGA1,2026-11-20\nGA2,2026-01-01\nGA3,\n';
    const own =
      'cookie,cookie_first_seen,seen\nGA1,2026-01-01,2026-11-20\nGA2,2025-01-01,2026-11-20\nGA3,2026-11-01,2026-11-20\n';
    const recipe = recipeOf(
      [step('keyed-hash', { columns: ['cookie'] }), step('truncate-date', { columns: ['seen'], to: 'month' })],
      { release: 'pseudonymised', target: { k: 1, suppression: 0 } },
    );
    const { findings } = await runRelease(
      await prepare(text, {
        recipe,
        findings: [
          finding('cookie', 'cookie_id', { flags: ['online_identifier'] }),
          finding('seen', 'timestamp', { flags: ['timestamp'] }),
        ],
      }),
    );
    expect(findings.find((answer) => answer.id === 'E8')).toMatchObject({
      verdict: 'pass',
      reason: { code: 'emptied' },
      columns: ['cookie'],
      evidence: expect.stringContaining('1 row '),
    });
    const both = [
      finding('cookie', 'cookie_id', { flags: ['online_identifier'] }),
      finding('cookie_first_seen', 'date_event'),
      finding('seen', 'timestamp', { flags: ['timestamp'] }),
    ];
    const second = await runRelease(await prepare(own, { recipe, findings: both, force: true }));
    expect(second.findings.find((answer) => answer.id === 'E8')).toMatchObject({
      evidence: expect.stringContaining('2 rows'),
    });
  });
});

describe('the bytes of a release', () => {
  const many = (count: number): string =>
    `id,city,note\n${Array.from({ length: count }, (_, index) => `${index},city ${(index * 7919) % 13},${'x'.repeat(index % 17)}`).join('\n')}\n`;
  const findings = [
    finding('id', 'record_id'),
    finding('city', 'city', { class: 'linkable' }),
    finding('note', 'purchase_amount'),
  ];
  const recipe = recipeOf(
    [step('keyed-hash', { columns: ['id'] }), step('suppress-small-classes', { columns: ['city'] })],
    { release: 'pseudonymised' },
  );

  it.each(['csv', 'tsv', 'jsonl', 'parquet', 'xlsx'])(
    'are the same in %s whatever the number of threads',
    async (format) => {
      const input = await prepare('id,city,note\n1,a,b\n', {
        recipe,
        findings,
        outputPath: join(desk.folders.out, `a.${format}`),
      });
      const path = join(desk.folders.root, 'many.csv');
      writeFileSync(path, many({ parquet: 130_000, xlsx: 3_000 }[format] ?? 20_000));
      const bytes: Buffer[] = [];
      for (const threads of [1, 4]) {
        const duck = await openDuck({ directory: desk.folders.work, readable: [path], threads });
        desk.closing.push(() => duck.close());
        const source = {
          ...input.source,
          duck,
          relation:
            `read_csv('${path}', auto_detect=false, header=true, delim=',', columns={'c1': 'VARCHAR', 'c2': ` +
            `'VARCHAR', 'c3': 'VARCHAR'})`,
        };
        bytes.push(readFileSync((await runRelease({ ...input, source, force: true })).result.output));
      }
      expect(bytes[0]!.equals(bytes[1]!)).toBe(true);
    },
  );

  it('have another order under another key, and the source’s where asked', async () => {
    const input = await prepare(many(60), {
      recipe: recipeOf([], { release: 'pseudonymised', target: { k: 1, suppression: 0 } }),
      findings,
    });
    const order = async (over: Partial<ReleaseInput>): Promise<string> =>
      written((await runRelease({ ...input, force: true, ...over })).result.output)
        .map((line) => line.split(',')[0])
        .join(' ');
    const kept = await order({ keepOrder: true });
    const first = await order({});
    expect(kept).toBe(Array.from({ length: 60 }, (_, index) => index).join(' '));
    expect(
      new Set([kept, first, await order({ keys: keysFromFile(Buffer.alloc(32, 8)) }), await order({ keys: null })])
        .size,
    ).toBe(4);
    expect(await order({})).toBe(first);
  });

  it('hold more columns than one statement computes', async () => {
    const wide = 600;
    const row = (cell: (index: number) => string): string =>
      Array.from({ length: wide }, (_, index) => cell(index)).join(',');
    const input = await prepare(
      `${row((index) => `column ${index}`)}\n${row((index) => String(index))}\n${row((index) => (index === 0 ? 'x' : ''))}\n`,
      {
        recipe: recipeOf([], { release: 'pseudonymised', target: { k: 1, suppression: 0 } }),
        findings: [finding('column 7', 'city', { class: 'linkable' })],
        keepOrder: true,
      },
    );
    for (const format of ['csv', 'jsonl', 'parquet', 'xlsx']) {
      const { result, certificate } = await runRelease({
        ...input,
        outputPath: join(desk.folders.out, `wide.${format}`),
      });
      expect(result).toMatchObject({ rowsOut: 2, k: 1, uniqueRows: 2 });
      expect(certificate.output.columns).toHaveLength(wide);
    }
  });

  it('hold a header with a NUL in it', async () => {
    const input = await prepare('a\0b,c\n1,2\n', {
      recipe: recipeOf([], { release: 'pseudonymised', target: { k: 1, suppression: 0 } }),
      findings: [],
    });
    for (const format of ['csv', 'jsonl', 'parquet', 'xlsx'])
      expect((await runRelease({ ...input, outputPath: join(desk.folders.out, `nul.${format}`) })).result.rowsOut).toBe(
        1,
      );
    expect(JSON.parse(readFileSync(join(desk.folders.out, 'nul.jsonl'), 'utf8'))).toEqual({ 'a\0b': 1, c: 2 });
  });

  it('hold a cell of several megabytes, and headers that are no identifiers', async () => {
    const long = `"${'a'.repeat(3_000_000)}, ""b"""`;
    const input = await prepare(`=cmd,"x'y""z",\n${long},1,2\nshort,1,2\n`, {
      recipe: recipeOf([], { release: 'pseudonymised', target: { k: 1, suppression: 0 } }),
      findings: [],
      keepOrder: true,
    });
    for (const format of ['csv', 'jsonl', 'parquet']) {
      const { result } = await runRelease({ ...input, outputPath: join(desk.folders.out, `long.${format}`) });
      expect(result.rowsOut).toBe(2);
      if (format === 'csv') expect(readFileSync(result.output, 'utf8').split('\n')[0]).toBe(`'=cmd,"x'y""z",""`);
    }
  });
});

describe('looking at a recipe without running it', () => {
  const text = [
    'email,zip,spent',
    'a@example.com,10115,1',
    'b@example.com,10117,20',
    'c@example.com,10119,300',
    'd@example.com,80331,4',
  ].join('\n');
  const findings = [
    finding('email', 'email_address', { class: 'linked' }),
    finding('zip', 'postal_code', { class: 'linkable' }),
    finding('spent', 'purchase_amount'),
  ];
  const recipe = recipeOf(
    [
      step('keyed-hash', { columns: ['email'] }),
      step('zip-prefix', { columns: ['zip'], length: 2 }),
      step('suppress-small-classes', { columns: ['zip'] }),
    ],
    { release: 'pseudonymised' },
  );

  it('gives the numbers the release will have', async () => {
    const input = await prepare(text, { recipe, findings });
    const assessment = await assessRecipe({ ...input, keys: null });
    const { result, findings: answers } = await runRelease(input);
    expect(assessment).toMatchObject({
      rowsIn: result.rowsIn,
      rowsOut: result.rowsOut,
      suppressed: result.suppressed,
      k: result.k,
      uniqueRows: result.uniqueRows,
      label: result.label,
      quasiIdentifiers: ['zip'],
      countsPersons: false,
      histogram: [{ size: 3, classes: 1, rows: 3 }],
    });
    expect(assessment.findings).toEqual(answers);
  });

  it('says how much detail each column loses', async () => {
    const { detailLoss } = await assessRecipe(await prepare(text, { recipe, findings }));
    const loss = new Map(detailLoss.map(({ column, loss: share }) => [column, share]));
    expect(loss.get('email')).toBe(1);
    expect(loss.get('zip')).toBe(1);
    expect(loss.get('spent')).toBeCloseTo(0.25, 12);
    const [zip] = (
      await assessRecipe({
        ...(await prepare(text, { recipe: { ...recipe, steps: recipe.steps.slice(1, 2) }, findings })),
      })
    ).detailLoss.filter(({ column }) => column === 'zip');
    const entropy = (shares: number[]) => -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
    expect(zip!.loss).toBeCloseTo(1 - entropy([0.75, 0.25]) / entropy([0.25, 0.25, 0.25, 0.25]), 9);
  });

  it('shows the same rows before and after, and what each output comes from', async () => {
    const input = await prepare(text, { recipe, findings });
    const { before, after } = await previewRecipe({ ...input, limit: 2 });
    expect(before).toEqual({
      columns: ['email', 'zip', 'spent'],
      rows: [
        ['a@example.com', '10115', '1'],
        ['b@example.com', '10117', '20'],
      ],
    });
    expect(after).toMatchObject({
      columns: ['email', 'zip', 'spent'],
      outputs: [
        { sources: ['email'], treatment: 'hashed-keyed' },
        { sources: ['zip'], treatment: 'generalised' },
        { sources: ['spent'], treatment: 'kept' },
      ],
    });
    expect(after.rows.map((row) => row.slice(1))).toEqual([
      ['10*', '1'],
      ['10*', '20'],
    ]);
    expect(after.rows[0]![0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
