import type { Paper } from '#shared/contract/control.ts';

/** What only the shell around the engine can do. Whoever composes the engine hands one in. */
export interface Desktop {
  /** A document of its own as PDF, each page numbered; null where it cannot be made. */
  printPdf(html: string, paper: Paper): Promise<Uint8Array | null>;
  /** Shows a file in the system's file manager. @returns whether it could */
  showFile(path: string): Promise<boolean>;
}

/** On the command line there is nothing to show or print with. */
export const noDesktop: Desktop = { printPdf: () => Promise.resolve(null), showFile: () => Promise.resolve(false) };
