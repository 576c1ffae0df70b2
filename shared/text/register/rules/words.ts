import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns, type ReasonWords } from '#shared/text/guardrails/words.ts';

/** A reason that speaks of a purpose, a dataset or an activity by its name. */
export interface OfNamedPurpose {
  purpose: string;
}
export interface OfDataset {
  dataset: string;
}
export interface OfActivity {
  activity: string;
}

/** Nobody said what a dataset is for, so no rule about purposes can be held against it. */
export const noPurpose = ({ dataset }: OfDataset): ReasonWords =>
  says(
    `Nobody has declared what the dataset “${dataset}” is for.`,
    'Neither a binding nor an activity of the register names it.',
    'Bind its columns to the purposes they were collected for.',
  );

/** The same of activities. */
export const noActivity = ({ dataset }: OfDataset): ReasonWords =>
  says(
    `The register has no activity that says how the dataset “${dataset}” is used.`,
    'It has no processing activity.',
    'Describe the activity under Register.',
  );

/** Columns of which nothing tells what they hold. */
export const notLookedAt = ({ dataset, columns }: OfDataset & OfColumns): ReasonWords =>
  says(
    `What some columns of “${dataset}” hold is not known, so they may hold such data.`,
    `Not judged: ${firstNames(columns)}.`,
    'Say under Classify what these columns are.',
  );

/** On which basis a purpose rests decides whether the rule applies. */
export const basisUnknown = ({ purpose }: OfNamedPurpose): ReasonWords =>
  says(
    `On which lawful basis the purpose “${purpose}” rests nobody has stated.`,
    'Its field for the basis is empty.',
    'Choose one of the six bases of Art. 6(1).',
  );
