import { quotedNames } from '../names.ts';

/** What is said of the output of a run on another engine. */
export const certifyText = {
  otherColumns: (missing: readonly string[], further: readonly string[]) =>
    'The file has other columns than the recipe writes' +
    `${missing.length === 0 ? '' : `: ${quotedNames(missing)} not there`}` +
    `${further.length === 0 ? '' : `${missing.length === 0 ? ':' : ','} ${quotedNames(further)} too many`}. Give the output of custos_output, and the ` +
    'same --columns as for custos compile.',
  otherRows: (told: string, here: number) =>
    `The checks say ${told} rows were written, and the file has ${here}. Give the output and the checks of one run.`,
  differs: (figure: string, told: string, here: number) =>
    `The other engine told ${told} for ${figure.replaceAll('_', ' ')}, and the file says ${here}. Give the output and the checks of one run.`,
  tooMany: (share: string, limit: string) =>
    `${share} of the rows were left out for small classes, and the recipe allows ${limit}. Generalise more, or raise the limit.`,
  checksUnreadable: (file: string) =>
    `The checks ${file} cannot be read. Give custos_checks as CSV with the header figure,of_column,value.`,
  noCheck: (file: string, line: number) =>
    `Line ${line} of the checks ${file} is none. Give custos_checks as CSV with the header figure,of_column,value.`,
};
