import { counted, listed } from './numbers.ts';

/** What a recipe can do about a finding of the guardrails by itself. */
export const fixesText = {
  press: {
    coarsen: (columns: readonly string[]) => `Make ${about(columns)} coarser`,
    drop: (columns: readonly string[]) => `Leave out ${about(columns)}`,
    replace: (columns: readonly string[]) => `Hash or leave out ${about(columns)}`,
  },
  all: (findings: number) => `Fix ${findings === 1 ? 'it' : `all ${findings}`} in the recipe`,
  fixing: 'Changing the recipe…',
  done: (steps: readonly string[]) => `Added to the recipe and measured again: ${steps.join(' ')}`,
  undo: 'Undo',
  undone: 'The recipe is as it was before.',
  /** Reasons of the steps. */
  reason: {
    coarsen: (id: string) => `${id} found exact values in it.`,
    drop: (id: string) => `${id} found that it may not leave.`,
    replace: (id: string) => `${id} found identifiers in it.`,
  },
  /** On the command line. */
  nothing: 'Nothing that was found can be settled by the recipe alone.',
  step: (what: string, why: string) => `Added: ${what} (${why})`,
  option:
    'write the recipe with what settles these findings (E1,E4; default: all that block), as far as a recipe can by ' +
    'itself, and judge the file by it',
  noGuardrail: (typed: string) => `There is no guardrail “${typed.slice(0, 20)}”. There are G1 to G7 and E1 to E9.`,
  output: 'where the mended recipe goes, with --fix',
  force: 'replace an existing file',
  noRecipe: 'There is no recipe to fix: give one with --recipe.',
  onlyWithFix: 'Nothing is written but with --fix.',
  noOutput: 'Where the mended recipe goes is to be said with -o.',
};

/** One column by its name, more by their number. */
function about(columns: readonly string[]): string {
  return columns.length > 2 ? counted(columns.length, 'column') : listed(columns);
}
