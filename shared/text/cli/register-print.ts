import { numbered } from '../numbers.ts';

/** `custos register print`. */
export const registerPrintText = {
  description:
    'the history in sentences as a page to print (.html, .pdf) or a table (.csv); exit 1 where it does not verify',
  output: 'the file to write, ending in .html, .pdf or .csv',
  out: 'the same as --output',
  missing: 'Name the file to write with --out, ending in .html, .pdf or .csv.',
  force: 'replace the file if it is there',
  ending: (file: string) => `Give the file an ending that says what it is to be, .html, .pdf or .csv: ${file}`,
  written: (entries: number, file: string, verified: boolean) =>
    `${numbered(entries, 'entry', 'entries')} written to ${file}.` +
    `${verified ? '' : ' The register does NOT verify, and the page says so.'}`,
  examples: [
    'custos register print --workspace Acme.custos --out history.pdf',
    'custos register print --workspace Acme.custos --area release --from 2026-11-01 -o releases.csv',
  ],
};
