// Compiles electron/engine/intake/csv/wasm/clean-records.as into the module beside it. Run it again after changing one
// of them or the compiler: node scripts/make-wasm.mjs A test holds the two files against each other.
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../electron/engine/intake/csv/wasm/', import.meta.url));
/** The file that the compiled module stands in. */
export const wasmModule = `${folder}clean-records.wasm.ts`;

/** The text of `wasmModule`, made anew from its source. @throws Error with the compiler's words */
export async function makeWasmModule() {
  const made = new Map();
  const { error, stderr } = await asc.main(
    [
      'clean-records.ts',
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
      // The compiler looks for .ts, which the project's own TypeScript would take for its own.
      readFile: (name) => (name === 'clean-records.ts' ? readFileSync(`${folder}clean-records.as`, 'utf8') : null),
      writeFile: (name, contents) => void made.set(name, contents),
    },
  );
  if (error) throw new Error(`clean-records.as does not compile: ${error.message}\n${stderr.toString()}`);
  return (
    `// Made by scripts/make-wasm.mjs from clean-records.as; not to be edited by hand.\nexport const ` +
    `cleanRecordsWasm = '${Buffer.from(made.get('out.wasm')).toString('base64')}';\n`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(wasmModule, await makeWasmModule());
