export function hasDisplay(): boolean;
export function hasVirtualDisplay(): boolean;
export function missingLibraries(exe: string): string[];
export function missingFromSystem(options: { executable: string; display: boolean }): {
  libraries: string[];
  programs: string[];
  packages: string[];
};
export function ensureSystemLibraries(options: { executable: string; display: boolean }): void;
