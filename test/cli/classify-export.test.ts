import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { channelById } from '#shared/channels/index.ts';
import { makeDesk } from '#test/support/run-custos.ts';

const desk = makeDesk();
afterAll(() => desk.remove());

it('classify names the system, leaves its totals out and says so, and writes the tracking inventory once', async () => {
  writeFileSync(desk.path('ads.csv'), channelById('google-ads')!.example.text);
  const first = await desk.custos(['classify', 'ads.csv', '--inventory', 'tracked.csv', '--json']);
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({
    rows: 5,
    rejectedRows: 3,
    channel: 'social-media',
    source: { preset: 'google-ads' },
  });
  const text = readFileSync(desk.path('tracked.csv'), 'utf8');
  expect(text).toContain('Impr.,ad_impressions,how often an advertisement was shown,reach,');
  expect(text).not.toContain('Autumn');
  const again = await desk.custos(['classify', 'ads.csv', '--inventory', 'tracked.csv']);
  expect({ status: again.status, stderr: again.stderr }).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('--force'),
  });
  expect((await desk.custos(['classify', 'ads.csv', 'ads.csv', '--inventory', 'x.csv'])).status).toBe(2);
});

it('a person may want a plain table, or the totals', async () => {
  writeFileSync(desk.path('ads.csv'), channelById('google-ads')!.example.text);
  const plain = await desk.custos(['classify', 'ads.csv', '--layout', 'none', '--json']);
  expect(JSON.parse(plain.stdout)).toMatchObject({ rows: 8, channel: null });
  const kept = await desk.custos(['classify', 'ads.csv', '--keep-totals', '--json']);
  expect(JSON.parse(kept.stdout)).toMatchObject({ rows: 8, channel: 'social-media' });
});

it('of several tables in one file the one that is read is named with the others, and any can be worked on', async () => {
  writeFileSync(desk.path('snapshot.csv'), channelById('ga4-report')!.example.text);
  const largest = await desk.custos(['classify', 'snapshot.csv']);
  expect(largest.stdout + largest.stderr).toContain(
    '! The file holds 4 tables and “Page title and screen class, Views” is read; not read: “Nth day, Average ' +
      'engagement time” (5 rows)',
  );
  const chosen = ['snapshot.csv', '--table', 'Country ID, City, …'];
  expect(JSON.parse((await desk.custos(['classify', ...chosen, '--json'])).stdout)).toMatchObject({
    rows: 2,
    rejectedRows: 0,
    columns: [{ name: 'Country ID' }, { name: 'City' }, { name: 'Active users' }],
  });
  // What was imported is another table of the same file: it says nothing of this one.
  await desk.workspace('reports.custos');
  expect((await desk.custos(['import', 'snapshot.csv', '--workspace', 'reports.custos'])).status).toBe(0);
  expect((await desk.custos(['recommend', ...chosen, '--purpose', 'P5', '--k', '1', '-o', 'recipe.json'])).status).toBe(
    0,
  );
  const applied = await desk.custos([
    'apply',
    ...chosen,
    '--recipe',
    'recipe.json',
    '-o',
    'out.csv',
    '--workspace',
    'reports.custos',
    '--json',
  ]);
  expect({ status: applied.status, error: applied.stderr.split('\n')[0] }).toMatchObject({ status: 0 });
  expect(JSON.parse(applied.stdout)).toMatchObject({ rowsIn: 2 });
  const certificate = readFileSync(desk.path('out.csv.certificate.json'), 'utf8');
  expect(certificate).toContain('"columns":["Country ID","City","Active users"]');
  expect(certificate).not.toContain('Page title');
});

it('an encoding that nobody named is among the warnings, and none where a person chose it', async () => {
  writeFileSync(desk.path('latin.csv'), Buffer.from('name;stadt\nMüller;Köln\nBär;Düren\n', 'latin1'));
  const guessed = await desk.custos(['classify', 'latin.csv', '--json']);
  expect(JSON.parse(guessed.stdout)).toMatchObject({
    warnings: expect.arrayContaining([expect.stringMatching(/^Read as windows-1252\. /)]) as string[],
  });
  const chosen = await desk.custos(['classify', 'latin.csv', '--encoding', 'windows-1252', '--json']);
  expect(chosen.stdout).not.toContain('Read as');
});
