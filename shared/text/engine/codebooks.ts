const called = (title: string): string => `The codebook “${title.slice(0, 80)}”`;

/** What a codebook says of a column, and why a file is no codebook. */
export const codebooksText = {
  describesWith: (title: string, phrase: string) => `${called(title)} describes it with “${phrase}”.`,
  decodesInto: (title: string, label: string) =>
    `${called(title)} decodes its values into known words for “${label.toLowerCase()}”.`,
  namesItSo: (title: string) => `${called(title)} names it so.`,
  broughtByPerson: 'Brought by a person.',
  isNone: (file: string) =>
    `“${file}” is no codebook: it needs columns (or fields) called name, label and, where there are any, codes, ` +
    'such as “1=yes; 2=no”.',
  tooLong: (file: string) => `“${file}” has more than 16 MiB: a codebook is shorter; choose the right file.`,
  entryTooLong: (file: string, entry: number) =>
    `“${file}” has a name, label or code that is too long (entry ${entry}): shorten it.`,
  describesNothing: (file: string, dataset: string) =>
    `“${file}” describes none of the columns of ${dataset}: choose the codebook of this dataset.`,
};
