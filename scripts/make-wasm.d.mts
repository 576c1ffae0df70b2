interface WasmModule {
  name: string;
  exported: string;
  source: string;
  file: string;
}
export const wasmModules: Record<'clean-records' | 'match-rows', WasmModule>;
export function makeWasmModule(module: WasmModule): Promise<string>;
