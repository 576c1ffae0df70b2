/** The second-best type where it has a name; "unknown" would help nobody. */
export const namedRunnerUp = ({ runnerUp }: { runnerUp: string | null }): string | null =>
  runnerUp === 'unknown' ? null : runnerUp;
