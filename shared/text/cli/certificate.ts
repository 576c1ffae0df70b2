import { toldCertificateText } from '../told-certificate.ts';

/** `custos certificate`. */
export const certificateCommandText = {
  description: 'check a certificate, and write it as a page to print; exit 1 where something does not hold',
  file: 'a certificate (NAME.certificate.json), or the released file that it lies beside',
  output: 'write the page there, ending in .html or .pdf',
  out: 'the same as --output',
  workspace: 'a workspace whose register has the entry of the release',
  force: 'replace the page if it is there',
  ending: (file: string) => `Give the page an ending that says what it is, .html or .pdf: ${file}`,
  holds: (alone: boolean) =>
    alone
      ? 'The signature fits; the released file does not lie beside the certificate and was not looked at.'
      : 'The signature fits, and the released file is the one the certificate vouches for.',
  tablesHold: (alone: boolean) =>
    alone
      ? 'The signature fits; the released tables do not lie beside the certificate and were not looked at.'
      : 'The signature fits, and the tables beside it are those the certificate vouches for.',
  elsewhere: (engine: string) =>
    `Run elsewhere, on ${engine}: what was measured is what came out of it, and not that each value is what the recipe makes.`,
  toldHolds: () =>
    `${toldCertificateText.mark}. The certificate is what was signed: it is of figures that another engine told, and of ` +
    'no file, and whether they are so it does not say.',
  doesNot: (problems: readonly string[]) => problems.join(' '),
  written: (file: string) => `Page written: ${file}`,
  examples: [
    'custos certificate segments.csv -o segments.certificate.html --workspace Acme.custos',
    'custos certificate segments.csv -o segments.certificate.pdf',
  ],
};
