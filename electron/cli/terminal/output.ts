import { SingleBar } from 'cli-progress';
import type { JobProgress } from '#shared/contract/job.ts';
import { visible } from '#shared/text/visible.ts';

/** Data goes to stdout, messages and the progress bar to stderr; no bar where stderr is no terminal. */
export interface Terminal {
  data(text: string): void;
  say(text: string): void;
  json(value: unknown): void;
  progress(report: JobProgress): void;
  progressDone(): void;
}

/**
 * Column and file names come from files, and an escape sequence in one could recolour, overwrite or reorder what a
 * terminal shows. `lines` keeps line breaks.
 */
export const printable = (text: string, lines = false): string => visible(text, lines);

export function createTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true;
  let bar: SingleBar | null = null;
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    data: (text) => void process.stdout.write(`${printable(text, true)}\n`),
    say: (text) => {
      stop();
      process.stderr.write(`${printable(text, true)}\n`);
    },
    json: (value) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    progress: ({ phase, done, total, unit }) => {
      if (!interactive) return;
      if (!bar) {
        bar = new SingleBar({
          format: '{phase} [{bar}] {value}/{total} {unit}',
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
          noTTYOutput: false,
        });
        bar.start(total ?? Math.max(1, done), done, { phase, unit });
      }
      bar.setTotal(total ?? Math.max(1, done));
      bar.update(done, { phase, unit });
    },
    progressDone: stop,
  };
}

/** A left-aligned text table without rules: what a terminal, a diff and a screen reader all take. */
export function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => printable(String(cell))))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
