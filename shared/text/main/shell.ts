import { numbered } from '../numbers.ts';

/** Sentences of the shell around the window: what it refuses, how the engine's process fares. */
export const shellText = {
  untitled: 'Untitled',
  evaluationTitle: 'Custos (evaluation runtime)',
  /** At the foot of a printed page; both are filled in by the printer. */
  pageOf: (page: string, pages: string) => `${page} of ${pages}`,
  cannotOpenWindow: 'Custos cannot open its window',
  fault: (kind: string) => `Custos met a fault of its own (${kind}) and goes on:`,

  pageMayNotAsk: 'This page may not ask the app for anything.',
  unknownWish: 'The app was asked for something it does not know.',
  couldNot: 'The app could not do that. Nothing was changed.',
  onlyOwnFiles: 'Only files from this computer can be dropped here.',
  goneMeanwhile: (file: string) => `${file} is not there any more. Choose another file.`,
  isNoFile: (file: string) =>
    `${file} is not a file. Choose a file with a dataset, or a workspace folder whose name ends in .custos.`,

  engineStoppedOnce: (why: string) => `The engine stopped unexpectedly (${why}) and is being started again.`,
  engineGaveUp: (times: number, why: string) =>
    `The engine stopped ${numbered(times, 'time')} (${why}). Close Custos and start it again; saved workspaces are ` +
    'not affected.',
  /** Why the engine's process ended; completes the two sentences above. */
  why: {
    noNode: 'Node 24 is missing',
    stoppedBy: (signal: string) => `it was stopped by ${signal}`,
    endedWith: (status: number | null) => `it ended with status ${status ?? 'unknown'}`,
  },
};
