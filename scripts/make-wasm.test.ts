import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeWasmModule, wasmModules } from './make-wasm.mjs';

it.each(Object.values(wasmModules))('keeps $name in the repository as its source compiles', async (made) => {
  expect(await makeWasmModule(made)).toBe(readFileSync(made.file, 'utf8'));
});
