import { attitudinalTypes } from './attitudinal/index.ts';
import { behaviouralTypes } from './behavioural/index.ts';
import { engagementTypes } from './engagement/index.ts';
import { linkableTypes } from './linkable/index.ts';
import { linkedTypes } from './linked/index.ts';
import { onlineTypes } from './online/index.ts';
import type { SemanticType } from './semantic-type.ts';
import { technicalTypes } from './technical/index.ts';

const all = [
  ...linkedTypes,
  ...linkableTypes,
  ...onlineTypes,
  ...engagementTypes,
  ...behaviouralTypes,
  ...attitudinalTypes,
  ...technicalTypes,
] as const;

/** Every id there is. */
export type SemanticTypeId = (typeof all)[number]['id'];

/** The one list of semantic types, by folder. A type in no folder's list does not exist. */
export const semanticTypes: readonly SemanticType<SemanticTypeId>[] = all;

const byId: ReadonlyMap<string, SemanticType<SemanticTypeId>> = new Map(semanticTypes.map((type) => [type.id, type]));

/** The type of this name, or undefined (a name from a later version, `unknown`). */
export const semanticTypeById = (id: string): SemanticType<SemanticTypeId> | undefined => byId.get(id);

/** Up to five types that share a word with a name that is none, for whoever mistyped it. */
export function typesNear(name: string): string[] {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const share = ({ id }: SemanticType): number => words.filter((word) => id.split('_').includes(word)).length;
  return semanticTypes
    .filter((type) => share(type) > 0)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, 5)
    .map(({ id }) => id);
}
