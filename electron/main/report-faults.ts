import { shellText } from '#shared/text/main/shell.ts';

/**
 * A fault nobody caught is told in the terminal, by its kind and place: its message may quote data. Without this
 * Electron shows a box behind which the whole process stands still until somebody presses its button.
 */
export function reportFaults(): void {
  // A terminal that was closed takes no more words; that alone is no fault.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error: unknown) => {
    const { name, stack = '' } = error instanceof Error ? error : { name: typeof error };
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
    process.stderr.write(`${[shellText.fault(name), ...places].join('\n')}\n`);
  });
}
