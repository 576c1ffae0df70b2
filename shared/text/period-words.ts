import { counted, listed } from './numbers.ts';

/** `P3Y`, `P90D`, `P1Y6M`: "3 years", "90 days", "1 year and 6 months". */
export function periodWords(duration: string): string {
  const words: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  return listed(
    [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, many, unit]) => counted(Number(many), words[unit ?? ''] ?? '')),
  );
}
