import { toldCertificateText } from '../told-certificate.ts';

/** Runs elsewhere that told no more than their figures, on the Release screen. */
export const toldRunsText = {
  title: toldCertificateText.mark,
  columns: {
    engine: 'Engine',
    purpose: 'Purpose',
    rows: 'Rows, as told',
    k: 'k, as told',
    made: 'Entered',
    actions: 'Certificate',
  },
  none: 'no column',
  read: 'Figures',
  readOf: (entry: number) => `Figures of the run elsewhere of entry ${entry}`,
  printOf: (entry: number) => `Print… the figures of entry ${entry}`,
  printName: (entry: number, ending: string) => `run-elsewhere-${entry}.certificate.${ending}`,
};
