import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import type { Recoding } from './recoding.ts';

/** What a search chose, whichever it was, and what is told of it. */
export interface Chosen extends Pick<
  AnonymisedFile,
  'levels' | 'score' | 'bound' | 'nodes' | 'nodesChecked' | 'optimal'
> {
  recoding: Recoding;
  hiddenRows: number;
  /** NCP that the written file has to have; null where the search knows none. */
  loss: number | null;
  notes: string[];
  /** What knowing the method tells of it. */
  known(): Promise<Pick<AnonymisedFile, 'refinement' | 'downcoding'> & { notes: string[] }>;
}
