import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRepositoryFile, repositoryPaths, root } from './source-files.ts';

const BINARY = /\.(png|ico|icns|woff2?|parquet|sqlite|xlsx|gz|zip|asar|node)$/;
const texts = repositoryPaths()
  .filter((path) => !BINARY.test(path) && statSync(root + path).size < 8_000_000)
  .map(readRepositoryFile);

/** Put together here, so that this file does not hold what it looks for. */
const joined = (...parts: string[]) => parts.join('.');
const registryHosts = [
  joined('registry', 'npmjs', 'org'),
  joined('registry', 'yarnpkg', 'com'),
  joined('npm', 'pkg', 'github', 'com'),
  joined('registry', 'npmmirror', 'com'),
];
// The registry this very machine is set to, as npm tells the scripts it runs.
const configured = process.env['npm_config_registry'];
if (configured !== undefined && URL.canParse(configured)) registryHosts.push(new URL(configured).hostname);

/** A path that exists on one developer's machine only. */
const machinePath = new RegExp(
  `(?<![\\w.:/\\\\-])/(?:${['work', 'root', 'tmp', 'home/[a-z]\\w*', 'Users/\\w+'].join('|')})(?:/|(?=['"\`\\s]|$))`,
  'm',
);

/** Texts in which such a path is the subject: a rule about paths, or an example of what a person types. */
const speaksOfPaths = new Set([
  'test/architecture/repository-files.test.ts',
  // An invented home folder that must not show up in an error's sentence.
  'test/engine/intake/bad-input.test.ts',
]);

const holders = (pattern: (text: string) => boolean) =>
  texts.filter((file) => !speaksOfPaths.has(file.path) && pattern(file.text)).map((file) => file.path);

/** Other people's packages: they come by the lockfile or not at all. */
const packaged = /\.(whl|tgz|tar|jar|deb|rpm|exe|dll|so|dylib|egg)$/;
/** Bytes; the largest that is ours is the sample. */
const largest = 8_000_000;

it('no file is a package of somebody else, or too large to be read by anybody', () => {
  expect(repositoryPaths().filter((path) => packaged.test(path) || statSync(root + path).size > largest)).toEqual([]);
});

it('no file names a package registry: every machine has its own', () => {
  expect(holders((text) => registryHosts.some((host) => text.includes(host)))).toEqual([]);
});

it('no file names a path of one machine', () => {
  expect(holders((text) => machinePath.test(text))).toEqual([]);
});

it('bites on a machine path and on nothing that looks like one', () => {
  for (const text of ["'/root/x'", 'cd /work/here', '/home/anna/data.csv', '"/tmp"'])
    expect(machinePath.test(text), text).toBe(true);
  for (const text of [
    'node_modules/tmp/x',
    'https://example.com/work/here',
    './work/here',
    '/rooted',
    'a/home/b',
    '/homepage',
  ])
    expect(machinePath.test(text), text).toBe(false);
});

it('the lockfile fixes every package by its hash and names no address', () => {
  const lock = JSON.parse(readRepositoryFile('package-lock.json').text) as {
    packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>;
  };
  const packages = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && entry.link !== true);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(readRepositoryFile('.npmrc').text).not.toMatch(/registry\s*=/);
  expect(packages.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
});
