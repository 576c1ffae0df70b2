export type BuildPart = 'main' | 'engine' | 'cli' | 'renderer';
export function build(options?: { only?: BuildPart[]; quiet?: boolean }): Promise<BuildPart[]>;
