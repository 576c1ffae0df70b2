/**
 * The archive that makes a bare Electron start the app folder named on its command line, as Electron's own
 * `default_app.asar` does. Format: four little-endian 32-bit sizes, a JSON index padded to 4 bytes, then the files'
 * bytes.
 *
 * It must be `resources/default_app.asar` and not `resources/app`: Electron prefers the latter over a packaged
 * `app.asar`.
 *
 * @returns {Buffer}
 */
export function loaderAsar() {
  const files = { 'package.json': '{"name":"electron-loader","main":"main.js"}\n', 'main.js': loader };
  const bodies = Object.values(files).map((text) => Buffer.from(text));
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {};
  Object.keys(files).forEach((name, position) => {
    const size = bodies[position]?.length ?? 0;
    index[name] = { size, offset: String(offset) };
    offset += size;
  });
  const json = Buffer.from(JSON.stringify({ files: index }));
  const padded = Math.ceil(json.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + padded, 4);
  header.writeUInt32LE(4 + padded, 8);
  header.writeUInt32LE(json.length, 12);
  json.copy(header, 16);
  return Buffer.concat([header, ...bodies]);
}

const loader = `'use strict';
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');
process.defaultApp = true;
const position = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (position < 0) {
  console.error('usage: electron [options] APP_FOLDER [arguments]');
  process.exit(2);
}
const folder = path.resolve(process.argv[position]);
const about = require(path.join(folder, 'package.json'));
app.setAppPath(folder);
app.setName(about.productName || about.name);
if (about.version) app.setVersion(about.version);
Module._load(path.join(folder, about.main || 'index.js'), Module, true);
`;
