// Compiles the engine's AssemblyScript (*.as) into the modules beside it. Run it again after changing one of them or
// the compiler: node scripts/make-wasm.mjs Tests hold the two files against each other.
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('../electron/engine/', import.meta.url));
const moduleOf = (folder, name, exported) => ({
  name,
  exported,
  source: `${engine}${folder}/${name}.as`,
  /** The file that the compiled module stands in. */
  file: `${engine}${folder}/${name}.wasm.ts`,
});

export const wasmModules = {
  'code-fields': moduleOf('anonymise/coded/wasm', 'code-fields', 'codeFieldsWasm'),
  'clean-records': moduleOf('intake/csv/wasm', 'clean-records', 'cleanRecordsWasm'),
  'count-fields': moduleOf('profile/counted/wasm', 'count-fields', 'countFieldsWasm'),
  'match-rows': moduleOf('anonymise/attack/wasm', 'match-rows', 'matchRowsWasm'),
};

/** The text of a module, made anew from its source. @throws Error with the compiler's words */
export async function makeWasmModule({ name, exported, source }) {
  const made = new Map();
  // The compiler looks for .ts, which the project's own TypeScript would take for its own.
  const { error, stderr } = await asc.main(
    [
      `${name}.ts`,
      '-O3',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '--noAssert',
      '--importMemory',
      '--outFile',
      'out.wasm',
    ],
    {
      readFile: (asked) => (asked === `${name}.ts` ? readFileSync(source, 'utf8') : null),
      writeFile: (path, contents) => void made.set(path, contents),
    },
  );
  if (error) throw new Error(`${name}.as does not compile: ${error.message}\n${stderr.toString()}`);
  return (
    `// Made by scripts/make-wasm.mjs from ${name}.as; not to be edited by hand.\nexport const ` +
    `${exported} = '${Buffer.from(made.get('out.wasm')).toString('base64')}';\n`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const one of Object.values(wasmModules)) writeFileSync(one.file, await makeWasmModule(one));
