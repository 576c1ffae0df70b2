import type { Unsound } from '#shared/recipe/sound-figures.ts';
import type { NoFigure } from '#shared/recipe/script-figures.ts';
import { quotedNames } from '../names.ts';

const plain = (figure: string): string => figure.replaceAll('_', ' ');
const named = ({ figure, column }: { figure: string; column: string | null }): string =>
  `${plain(figure)}${column === null ? '' : ` of ${quotedNames([column])}`}`;

/** What a figure can contradict beside another figure. */
const besides: Record<string, string> = {
  'chooses-none': 'the recipe, which chooses no rows',
  'leaves-out-none': 'the rows read: the recipe leaves out none for small classes',
};

function cannotBe(unsound: Unsound): string {
  switch (unsound.kind) {
    case 'missing':
      return `the figure ${named(unsound)} is not there`;
    case 'further':
      return `the figure ${named(unsound)} is there too often, or none of this recipe`;
    case 'no-count':
      return `${named(unsound)} is ${unsound.value}, which counts nothing`;
    case 'no-share':
      return `${named(unsound)} is ${unsound.value}, and no distance is above 1`;
    case 'below-k':
      return `k is ${unsound.value}, and the recipe leaves out rows of classes below ${unsound.k}`;
    case 'against':
      return `${plain(unsound.one)} does not go with ${besides[unsound.other] ?? plain(unsound.other)}`;
    case 'more-than':
      return `${plain(unsound.more)} does not go with ${plain(unsound.less)}, which it cannot exceed`;
  }
}

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
    `The checks ${file} cannot be read. Give custos_checks as CSV with the header figure,of_column,value, or as JSON.`,
  unsound: (file: string, unsound: Unsound) =>
    `The checks ${file} are not those of one run of this recipe: ${cannotBe(unsound)}. Give all rows of custos_checks as they came out.`,
  noCheck: (file: string, { at, of }: NoFigure) =>
    `${of === 'line' ? 'Line' : 'Row'} ${at} of the checks ${file} is none. Give custos_checks as CSV with the header figure,of_column,value, ` +
    'or as JSON with those names.',
  ending: (file: string, ending: string) =>
    `${file} is no name of a certificate without a file. Give one that ends in ${ending}.`,
  belowTarget: (figure: string, told: string, wanted: string) =>
    `The other engine told ${told} for ${figure}, and the recipe asks for ${wanted}. Generalise more, or lower the target.`,
  figureOf: named,
};
