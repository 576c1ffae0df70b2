import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => void (desk = makeDesk()));
afterAll(() => desk.remove());

/** Hashes that platforms print on their own pages, as they stand there, beside what they print them of. */
const printed = [
  ['tiktok', 'janedoe@gmail.com', 'd6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69'],
  ['tiktok', '37493828222', '65b7e6dcf6f4310f8d7cbfbd78289a753062fb054d6664fb9aaac5df66a422d4'],
  [
    'tiktok',
    '5f3a2b18-9c4d-4e7f-b8e2-17d3a1e69b25',
    '83dc3f5f32b9472613b0f038d36f22585a609d018af6f6067f50da318bf354bd',
  ],
  ['meta', 'mary@example.com', 'f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79'],
  ['meta', '15559876543', '1ef970831d7963307784fa8688e8fce101a15685d62aa765fed23f3a2c576a4e'],
  ['reddit', 'alice@example.com', 'ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976'],
] as const;

interface Shown {
  id: string;
  confirmed: boolean;
  layout: { confirmed: boolean };
  vectors: { normalised: string; sha256: string; published: boolean }[];
}

it('shows the nine platforms with the vectors that each is held to, and what is known at second hand', async () => {
  const ran = await desk.custos(['platforms', '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  const shown = JSON.parse(ran.stdout) as Shown[];
  expect(shown).toHaveLength(9);
  for (const [platform, normalised, sha256] of printed)
    expect(shown.find(({ id }) => id === platform)?.vectors).toContainEqual(
      expect.objectContaining({ normalised, sha256, published: true }),
    );
  expect(shown.flatMap(({ vectors }) => vectors.filter(({ published }) => published)).length).toBeGreaterThanOrEqual(
    printed.length,
  );
  expect(shown.filter(({ confirmed, layout }) => !confirmed || !layout.confirmed).map(({ id }) => id)).toEqual([
    'linkedin',
    'pinterest',
    'snap',
    'microsoft',
    'reddit',
  ]);
  const table = await desk.custos(['platforms', '--platform', 'Snap']);
  expect(table.stdout).toMatch(/Snap +maid +“ 5F3A2B18-9C4D-4E7F-B8E2-17D3A1E69B25”/);
  expect(table.stdout).not.toContain('Reddit');
});

it('refuses a platform that there is not in one sentence', async () => {
  const ran = await desk.custos(['platforms', '--platform', 'friendster']);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(/no platform called “friendster”/);
});

it('refuses a recipe that goes by a newer profile than the program knows, in one sentence', async () => {
  writeFileSync(
    desk.path('people.csv'),
    `email\n${Array.from({ length: 30 }, (_, at) => `p${at}@example.org`).join('\n')}\n`,
  );
  const settings = { columns: ['email'], platform: 'google', field: 'email', callingCode: '', profile: 2 };
  const recipe = {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P2',
    release: 'targeting',
    referenceDate: '2026-11-29',
    target: { k: 1, suppression: 1 },
    steps: [{ op: 'platform-hash', version: 1, settings, reason: 'Tried in a test.', enabled: true }],
  };
  writeFileSync(desk.path('newer.json'), JSON.stringify(recipe));
  const ran = await desk.custos(['apply', 'people.csv', '--recipe', 'newer.json', '-o', 'out.csv']);
  expect(ran.status).toBe(3);
  expect(ran.stderr).toMatch(
    /version 2 of the profile of Google; this version of Custos knows up to 1\. Update Custos/,
  );
  expect(existsSync(desk.path('out.csv'))).toBe(false);
});
