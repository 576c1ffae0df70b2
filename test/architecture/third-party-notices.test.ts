import { expect, it } from 'vitest';
import { readRepositoryFile, root } from './source-files.ts';

const notices = readRepositoryFile('resources/third-party-notices.txt').text;
const listed = [
  ...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d[\w.+-]*): (.+?)(?: \(for some platforms\))?$/gm),
].map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }));

it('the notices are those of what is shipped now', async () => {
  const { thirdPartyNotices } = (await import(new URL(`file://${root}scripts/third-party-notices.mjs`).href)) as {
    thirdPartyNotices: () => string;
  };
  expect(
    thirdPartyNotices() === notices,
    'run node scripts/third-party-notices.mjs and read the licence of what is new',
  ).toBe(true);
});

it('every listed version is the one in the lockfile, and every direct dependency is listed', () => {
  const lock = JSON.parse(readRepositoryFile('package-lock.json').text) as {
    packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
  };
  const versions = new Set(
    Object.entries(lock.packages).map(
      ([path, entry]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${entry.version}`,
    ),
  );
  expect(listed.length).toBeGreaterThan(50);
  expect(listed.filter((one) => !versions.has(`${one.name} ${one.version}`))).toEqual([]);
  const names = new Set(listed.map((one) => one.name));
  expect(Object.keys(lock.packages['']!.dependencies ?? {}).filter((name) => !names.has(name))).toEqual([]);
});

it('everything shipped has a permissive licence', () => {
  const permissive =
    /^\(?(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|Unlicense|CC0-1\.0|Zlib|BlueOak-1\.0\.0|Python-2\.0|WTFPL)\b/;
  /** Their package names no licence by its id; the text was read. */
  const read: Record<string, string> = {
    'png-js': 'MIT',
    'dejavu-fonts-ttf': 'Bitstream Vera, Arev and public domain: may be embedded, sold with a program, not alone',
  };
  expect(listed.filter((one) => !permissive.test(one.licence) && read[one.name] === undefined)).toEqual([]);
});

it('names the source of the place names, as its licence asks', () => {
  expect(notices).toMatch(/GeoNames.*CC BY 4\.0/);
});
