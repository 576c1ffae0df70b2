export function hasDisplay(): boolean;
export function hasVirtualDisplay(): boolean;
export function missingLibraries(exe: string): string[];
export function missingFromSystem(options: { exe: string; virtualDisplay: boolean }): { libraries: string[]; programs: string[]; packages: string[] };
export function ensureSystemLibraries(options: { exe: string; virtualDisplay: boolean }): void;
