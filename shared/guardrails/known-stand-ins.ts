import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Treatment } from '#shared/recipe/operation.ts';
import type { SeenOutput } from './output-view.ts';

/** What goes along with such data in any population, measured or not (surname geocoding, census studies of language). */
const alongWith: Readonly<Partial<Record<ColumnFlag, readonly SemanticTypeId[]>>> = {
  race_ethnicity: [
    'last_name',
    'maiden_name',
    'full_name',
    'place_of_birth',
    'country_of_birth',
    'nationality',
    'citizenship',
    'language',
  ],
  // Of both together follows what the body mass index says.
  health: ['height', 'weight'],
};

/** Such values can still be read in it. */
const readable: readonly Treatment[] = ['kept', 'perturbed', 'generalised', 'masked'];

/** The readable outputs that are known to go along with one of the flags. */
export const knownStandIns = (outputs: readonly SeenOutput[], flags: readonly ColumnFlag[]): SeenOutput[] => {
  const types = flags.flatMap((flag) => alongWith[flag] ?? []);
  return outputs.filter(
    ({ treatment, findings }) => readable.includes(treatment) && findings.some(({ type }) => types.includes(type)),
  );
};
