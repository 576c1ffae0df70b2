import type { ColumnRefinement } from '#shared/domain/refinement.ts';
import { refinementText as text } from '#shared/text/refinement.ts';
import { table, type Terminal } from './output.ts';

/** The columns of which knowing the method tells something, or that there is none. */
export function tellRefinement(terminal: Terminal, found: readonly ColumnRefinement[]): void {
  const narrowed = found.filter(({ shrunk }) => shrunk > 0);
  if (narrowed.length === 0) terminal.say(text.nothing);
  else terminal.data(table(text.heads, narrowed.map(text.cells)));
}
