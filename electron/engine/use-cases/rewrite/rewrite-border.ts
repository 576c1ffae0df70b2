/** Moments of rewriting, in this order; those of files come once for each. */
export type RewriteMoment = 'rows-written' | 'file-sealed' | 'prepared' | 'entered' | 'file-promoted' | 'over';

/** Told at every moment at which a process may be killed; a test kills it there. */
export const rewriteBorder = { reached: (_moment: RewriteMoment): void => undefined };
