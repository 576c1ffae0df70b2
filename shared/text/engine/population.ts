import { shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** k-map by a table of everybody that a file was drawn from, in recipes. */
export const populationText = {
  absent: (k: number) =>
    `The target asks for ${count(k)} people of a population behind every class (k-map), and no table of the population ` +
    'is there: give it after --population-file, or choose it under Recipe; or take k-map out of the target.',
  another: (file: string, sha256: string, wanted: string) =>
    `${file} is not the table of the population that the recipe names: its SHA-256 begins with ${sha256.slice(0, 12)}, ` +
    `not ${wanted.slice(0, 12)}. Give that table, or write “population” in place of its SHA-256 to take whichever is given.`,
  notAsked: (file: string) =>
    `${file} is given as a table of the population, and the target asks for none: add k-map with the setting table to ` +
    'the target, or leave the file out.',
  notThisWay:
    'k-map by a table of the population counts whose rows would read the same by the same steps. Here rows are grouped, ' +
    'counted, drawn or chosen all together, and nobody outside the file can be read so: choose the way levels, or one ' +
    'narrow table; for labels row by row there is custos anonymise --local --population-file.',
  tooSmall: (file: string, people: number, here: number) =>
    `${file} holds ${counted(people, 'person', 'people')}, fewer than the source, which holds ${count(here)}. Give everybody ` +
    'the rows were drawn from.',
  belowK: (file: string, people: number, k: number) =>
    `${file} holds ${counted(people, 'person', 'people')}, so no class can have ${count(k)} of them. Ask k-map for at most ` +
    `${count(people)}.`,
  notMet: (tried: readonly number[], k: number) =>
    `No recipe was found under which every class has ${count(k)} people of the population, though classes of ` +
    `${tried.map(count).join(', ')} of the file’s own rows were tried: ask for fewer, or allow more rows to be left out.`,
  reason: (file: string, k: number) =>
    `Every class has ${count(k)} people of ${shortName(file)} at least: rows of the others are left out, too.`,
};
