import { parentPort, workerData } from 'node:worker_threads';
import type { RegisterDocument } from '#shared/register/document/register-document.ts';
import { printPdf } from './print-pdf.ts';

/** What is to be set, as of when (ISO 8601), and the folder that holds `fonts/`. */
export interface PdfTask {
  document: RegisterDocument;
  asOf: string;
  resources: string;
}

/** The pages, and the signs that the font does not have. */
export interface PdfDone {
  bytes: Uint8Array;
  missing: string[];
}

const { document, asOf, resources } = workerData as PdfTask;
const { bytes, missing } = await printPdf(document, asOf, resources);
parentPort?.postMessage({ bytes, missing } satisfies PdfDone);
