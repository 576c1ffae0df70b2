export interface ElectronRuntime {
  /** `registry` is the evaluation runtime. */
  source: 'override' | 'installed' | 'registry';
  version: string;
  dist: string;
  exe: string;
}
export function resolveElectron(): ElectronRuntime;
export function findRuntime(): ElectronRuntime | null;
