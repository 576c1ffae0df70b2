import type { ColumnRole } from '#shared/domain/recipe-format-2.ts';
import { firstNames, shortName } from './names.ts';

/** What a person calls the roles of columns. */
const roleNames: Record<ColumnRole, string> = {
  identifying: 'identifying',
  'could-be-known': 'could be known',
  'to-protect': 'to protect',
  'same-for-a-group': 'same for a group',
};

/** What is said of a recipe's file, of its steps, and of a file it was not made for. Positions are counted from 1. */
export const recipeFileText = {
  working: {
    unreadable: (file: string, problem: string) =>
      `${file} in the workspace’s folder cannot be used. ${problem} The file stays as it is: mend it there, or ` +
      'move it away to begin anew, and try again.',
  },
  unreadable: {
    missing: (path: string) => `The recipe ${path} is not there. Check its name and folder.`,
    folder: (path: string) => `The recipe ${path} is a folder. Name a file in it.`,
    'no-file': (path: string) =>
      `The recipe ${path} is a device or a stream. A recipe is read from an ordinary file, or from standard input as -.`,
    'too-large': (path: string) => `The recipe ${path} is too large to be a recipe. Check its name.`,
    unreadable: (path: string) => `The recipe ${path} cannot be read. Check its permissions.`,
  },
  personalName:
    'The recipe names a column by what is a value of a person: an address, a number, a name. Such a column goes by ' +
    'its place: write “column 3” for the third, or add the list “columns” of the file it was made for.',
  parse: {
    tooLarge: 'The file is too large to be a recipe.',
    tooDeep: (deepest: number) =>
      `The recipe has brackets nested more than ${deepest} deep, which no recipe has. Choose another file.`,
    notJson: 'The recipe is not JSON. Undo the last edit by hand, or export it again.',
    notJsonAt: (line: string) =>
      `The recipe is not JSON (line ${line}). Undo the last edit by hand, or export it again.`,
    noObject: 'The recipe is not a JSON object. Choose a file written by “custos recommend” or by Save recipe.',
    otherFormat: (format: string) =>
      `The field “format” is not “${format}”, so this is no Custos recipe. Choose another file.`,
    fromFuture: (version: number, known: number) =>
      `The recipe has format version ${version}; this version of Custos reads up to ${known}. Update Custos.`,
    unknownField: (field: string) =>
      `The field “${field}” of the recipe is not a field of a recipe. Correct it, or export the recipe again.`,
    wrongField: (field: string) =>
      `The field “${field}” of the recipe is missing or cannot be used. Correct it, or export the recipe again.`,
  },
  step: {
    unknownOperation: 'This version of Custos does not know the operation. Remove the step or update Custos.',
    fromFuture: (version: number, known: number) =>
      `The step was made by a newer version of Custos (settings version ${version}, known: ${known}). Update Custos.`,
    settingsUnreadable: 'The settings cannot be read.',
    unknownSetting: (setting: string) => `“${setting}” is not a setting of this operation. Correct it in the form.`,
    wrongChoice: (setting: string, choices: readonly string[]) =>
      `“${setting}” has a value this operation cannot use. It is one of ${choices.join(', ')}.`,
    outOfBounds: (setting: string, least: number | null, most: number | null) =>
      `“${setting}” has a value this operation cannot use. Give a number of ` +
      (least === null ? `at most ${most}.` : `at least ${least}.`),
    wrongSetting: (setting: string) => `“${setting}” has a value this operation cannot use. Correct it in the form.`,
    unreadable: (operation: string, problem: string) => `${operation}: ${problem}`,
  },
  check: {
    atStep: (step: number, operation: string, problem: string) => `Step ${step} (${operation}): ${problem}`,
    afterSuppression: (step: number) =>
      `It comes after step ${step}, which leaves out small classes and must be the last one. Move it up.`,
    afterWay: (step: number) =>
      `It comes after step ${step}, which works on the finished table. Move it up, so that the table is finished first.`,
    drawnBefore: (step: number) =>
      `Its tables would not be over the same rows: step ${step} draws by chance each time. Leave one of the two out.`,
    afterMoved: (column: string, step: number) =>
      `It works on ${shortName(column)}, whose values step ${step} changes in the finished rows. Move it up, or take ` +
      'the column out of one of the two.',
    segmentOfChanged: (column: string) =>
      `It chooses rows by ${shortName(column)} as the file has it, and an earlier step changes it. Move it up.`,
    nothingLeft: 'No column is left in the output. Keep at least one.',
  },
  target: {
    unknownModel: (field: string, model: string) =>
      `The field “${field}.model” is “${model.slice(0, 60)}”, which this version of Custos does not know. Correct it, ` +
      'remove the model, or update Custos.',
    modelTwice: (field: string, title: string) =>
      `The field “${field}” asks for ${title} a second time. Keep one of them.`,
    tooWeak: (field: string, model: string, wanted: number, better: 'higher' | 'lower') =>
      `The field “${field}” asks for less than an anonymised release needs: ${model} of ` +
      `${better === 'higher' ? 'at least' : 'at most'} ${wanted}. Ask for that, or make the release pseudonymised.`,
    wrongSettings: (field: string, title: string, allowed: string) =>
      `The field “${field}.settings” cannot be used for ${title}. ${allowed} Correct it.`,
  },
  roles: {
    names: roleNames,
    twoRoles: (column: string, one: ColumnRole, other: ColumnRole) =>
      `The field “roles” calls ${shortName(column)} both ${roleNames[one]} and ${roleNames[other]}. Keep one of them.`,
    missing: (column: string) =>
      `The field “roles” names ${shortName(column)}, which is no column of this file. Correct the name, or remove the ` +
      'role.',
    tooMany: (columns: number, most: number) =>
      `The field “roles” protects ${columns} columns, at most ${most} are possible: whoever meets the file is taken ` +
      'to know none of them. Give the others another role.',
  },
  compile: {
    cannotRun: (problem: string, more: number) =>
      'The recipe cannot run on this file. ' +
      `${problem}${more === 0 ? '' : ` (${more} more ${more === 1 ? 'problem' : 'problems'}.)`}`,
    tooManyPasses: (passes: number, most: number) =>
      `The recipe changes the same columns ${passes} times one after the other; at most ${most} are possible. Put ` +
      'steps together.',
  },
  drift: {
    goneNeeded: (column: string) => `The column ${shortName(column)} is gone. The recipe needs it.`,
    goneUnused: (column: string) => `The column ${shortName(column)} is gone. No step needs it.`,
    goneRenamed: (column: string, now: string) =>
      `The column ${shortName(column)} is gone. It may be called ${shortName(now)} now: rename it in the recipe.`,
    addedLeftOut: (column: string) => `The column ${shortName(column)} is new. Nobody decided on it: it is left out.`,
    unnamedLeftOut: (columns: readonly string[]) =>
      `No step names ${firstNames(columns)}, and the recipe does not say which columns it was made for: left out, ` +
      `because nobody decided on ${columns.length === 1 ? 'it' : 'them'}.`,
    unrecognisedLeftOut: (columns: readonly string[]) =>
      `Nothing tells what ${firstNames(columns)} ${columns.length === 1 ? 'is' : 'are'}: left out until somebody ` +
      'decides.',
    added: (column: string) => `The column ${shortName(column)} is new. No step changes it: it would be kept as it is.`,
  },
};
