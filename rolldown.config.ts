import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin, RolldownOptions } from 'rolldown';

const about = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
  devDependencies: { electron: string };
};

/** Native packages stay outside: they find their binaries beside themselves. */
const external = [/^electron(\/|$)/, /^node:/, ...builtinModules, /^@duckdb\//, 'better-sqlite3'];

/** One CommonJS file: what a sandboxed preload needs, and an Electron older than 28 in the main process. */
const oneFile = (input: string, file: string, target: string): RolldownOptions => ({
  input,
  platform: 'node',
  external,
  transform: { target, define: { __SHIPPED_ELECTRON__: JSON.stringify(about.devDependencies.electron) } },
  output: { file, format: 'cjs', sourcemap: false, minify: false, codeSplitting: false },
});

const besideSource = /new URL\(\s*(['"])(\.\.?\/[^'"]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * Keeps `new URL('./x.ts', import.meta.url)` true after bundling: a script named so (a worker, a child process) becomes
 * an entry of its own beside the bundle, any other file is copied there.
 */
const filesBesideSource: Plugin = {
  name: 'files-beside-source',
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.includes('node_modules')) return undefined;
    return {
      code: code.replace(besideSource, (_whole, _quote: string, path: string) => {
        const file = resolve(dirname(id), path);
        const script = /\.(ts|mjs|js)$/.test(file);
        const fileName = script
          ? `${basename(dirname(file))}-${basename(file).replace(/\.\w+$/, '')}.mjs`
          : join('assets', basename(file));
        if (script) this.emitFile({ type: 'chunk', id: file, fileName });
        else this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
        return `new URL('./${fileName}', import.meta.url)`;
      }),
      map: null,
    };
  },
};

/** CommonJS packages inside a module may ask for their own place. */
const commonJsNames =
  "import { fileURLToPath as custosFileOf } from 'node:url';\nimport { dirname as custosFolderOf } from " +
  "'node:path';\nconst __filename = custosFileOf(import.meta.url);\nconst __dirname = custosFolderOf(__filename);";

/** Modules for the project's own Node 24. */
export const modules = (input: Record<string, string>, dir: string): RolldownOptions => ({
  input,
  platform: 'node',
  external,
  plugins: [filesBesideSource],
  transform: { target: 'node24', define: { CUSTOS_VERSION: JSON.stringify(about.version) } },
  output: {
    dir,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    banner: commonJsNames,
    sourcemap: false,
    minify: false,
  },
});

/**
 * The bundles by part of the build. The Chromium and Node named here are those of the oldest runtime the app starts on
 * (Electron 25).
 */
export const bundles: Record<'main' | 'engine' | 'cli', RolldownOptions[]> = {
  main: [
    oneFile('electron/main/index.ts', 'dist/main/main.cjs', 'node18'),
    oneFile('electron/preload/index.ts', 'dist/preload/preload.cjs', 'chrome114'),
  ],
  engine: [modules({ index: 'electron/engine/index.ts' }, 'dist/engine')],
  cli: [modules({ index: 'electron/cli/custos.ts', program: 'electron/cli/index.ts' }, 'dist/cli')],
};

export default Object.values(bundles).flat();
