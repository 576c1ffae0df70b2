export function runWatched(
  command: string,
  args: string[],
  options: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    bytes: () => number;
    firstByteSeconds: number;
    stallSeconds: number;
    onProgress: (bytes: number) => void;
  },
): Promise<{ ok: boolean; output: string; bytes: number }>;
