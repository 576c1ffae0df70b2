import type { heldOfFigures, notRecomputedOfFigures, TargetTold } from '#shared/domain/made-elsewhere.ts';
import { elsewhereText } from './elsewhere.ts';
import { quotedNames } from './names.ts';

/** A certificate of what another engine told of its run. None of its sentences is one of a measured release. */
export const toldCertificateText = {
  /** What stands over and beside every one of these figures. */
  mark: 'Run elsewhere, figures not recomputed here',
  title: (engine: string, purpose: string) => `Figures that ${engine} told of a run for ${purpose}`,
  statement: (engine: string) =>
    `This recipe was run elsewhere, on ${engine}, and its figures were not recomputed here: nobody here had the file ` +
    'that came out. The figures are those that were handed over; they go with each other and with the recipe, and ' +
    'somebody who made them up so that they do would not be found. Nothing is said of what the file may be called.',
  signed: 'The signature fits: these are the figures that were taken in. That they are so it does not say.',
  broken: 'THE SIGNATURE DOES NOT FIT. Do not rely on these figures.',
  otherChecks: (file: string) =>
    `The checks ${file} beside the certificate are not those that were taken in: their SHA-256 differs.`,
  figures: 'Figures as they were told',
  figure: 'Figure',
  ofColumn: 'Of column',
  value: 'Told',
  wholeRun: 'the run as a whole',
  figureName: (figure: string) => figure.replaceAll('_', ' '),
  counted: 'Classes counted by',
  target: 'Beside what the recipe asks for',
  model: 'Model',
  wanted: 'Asked for',
  answer: 'By the figures',
  answerOf: ({ met }: TargetTold) =>
    met === null ? 'cannot be told from them' : met ? 'not below what is asked for, if they are so' : 'missed',
  unknown: 'not told',
  leftOut: 'Left out for small classes',
  share: (share: string, limit: string | null) =>
    `${share} of the chosen rows, by the figures${limit === null ? '' : `; the recipe allows ${limit}`}`,
  heldName: 'Held against each other here',
  held: {
    recipe: 'that the engine can run the recipe with the same result',
    figures: 'that the figures can be those of one run of it',
    target: 'that they do not miss its target',
  } satisfies Record<(typeof heldOfFigures)[number], string>,
  notRecomputedName: 'Not recomputed here',
  notRecomputed: {
    file: 'The file that came out: its bytes, their hash, its rows and its columns.',
    classes: 'Class sizes, k and unique rows: they stand as they were told.',
    sensitive: 'Diversity and closeness: they stand as they were told.',
    outsider: 'What an outsider finds who has the file, or an earlier one.',
    guardrails:
      'The guardrails, and whether minors, people without consent or people on the suppression list are in the file.',
    ...elsewhereText.notRecomputed,
  } satisfies Record<(typeof notRecomputedOfFigures)[number], string>,
  columns: 'What the recipe writes',
  notRead: (columns: readonly string[]) =>
    `Columns of the table that nobody decided on, and that the script does not read: ${quotedNames(columns)}.`,
  source: 'What was handed over',
  checks: 'File of the checks',
  readColumns: 'Columns of the table',
  foot:
    'This page was written from a certificate of figures that another engine told. That certificate, not this page, ' +
    'carries the signature; neither is a certificate of a file.',
};
