import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageableRuntime } from './scripts/packaging/packageable-runtime.mjs';

const { runtime, forUsers } = packageableRuntime();
const { platform, arch } = process;
const nodePackage = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
const nodeName = platform === 'win32' ? 'node.exe' : 'node';

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'invalid.example.custos',
  productName: 'Custos',
  executableName: 'custos',
  copyright: 'Custos contributors',
  electronVersion: runtime.version,
  electronDist: runtime.dist,
  directories: { output: 'release', buildResources: 'resources/icons' },
  // The native packages carry binaries for Node-API: nothing is compiled.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  asar: true,
  // Plain Node and worker threads cannot read the archive.
  asarUnpack: [
    'dist/engine/**',
    'node_modules/@duckdb/**',
    'node_modules/better-sqlite3/**',
    'node_modules/detect-libc/**',
  ],
  files: [
    'package.json',
    'dist/{main,preload,engine,renderer}/**',
    '!**/*.map',
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    `!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node`,
    '!node_modules/node-*-*/**',
  ],
  extraResources: [
    { from: 'resources', to: '.', filter: ['**/*', '!icons/*.svg'] },
    // The current Electron hosts the engine itself; only the evaluation runtime needs a Node of its own for it.
    ...(forUsers ? [] : [{ from: `node_modules/${nodePackage}/bin/${nodeName}`, to: `node/${nodeName}` }]),
  ],
  afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
  electronLanguages: ['en-US'],
  linux: { target: ['dir'], category: 'Office', icon: 'resources/icons' },
  mac: { target: ['dir'], icon: 'resources/icons/512x512.png', identity: null },
  win: { target: ['dir'], icon: 'resources/icons/256x256.png' },
};
