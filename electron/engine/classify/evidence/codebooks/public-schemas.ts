import adult from '#resources/codebooks/adult-census.json' with { type: 'json' };
import bank from '#resources/codebooks/bank-marketing.json' with { type: 'json' };
import compas from '#resources/codebooks/compas-scores.json' with { type: 'json' };
import diabetes from '#resources/codebooks/diabetes-130-hospitals.json' with { type: 'json' };
import german from '#resources/codebooks/german-credit.json' with { type: 'json' };
import nhanes from '#resources/codebooks/nhanes-demographics.json' with { type: 'json' };
import { codebook, type Codebook } from '#shared/codebooks/codebook.ts';
import { matchBlock, matchSchema } from '#shared/codebooks/match-codebook.ts';
import { isWord } from './codebook-rules.ts';

let parsed: readonly Codebook[] | undefined;

/**
 * Well-known public schemas that ship with the product; a file in resources/codebooks that is missing here fails the
 * registry test.
 */
export const publicSchemas = (): readonly Codebook[] =>
  (parsed ??= [adult, bank, compas, diabetes, german, nhanes].map((book) => codebook.parse(book)));

/** The public schema that a table's columns, or a block of them, come from; null where it is none. */
export const publicSchemaOf = (names: readonly string[]): Codebook | null =>
  matchSchema(publicSchemas(), names) ?? matchBlock(publicSchemas(), names, isWord);
