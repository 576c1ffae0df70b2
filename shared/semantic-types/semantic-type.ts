import type { ColumnCategory, ColumnClass, ColumnFlag } from '#shared/domain/column-class.ts';

/**
 * What kind of values a column holds, measured on its distinct values. A column usually has several: a column of 0 and
 * 1 is `boolean`, `integer` and `category`. `category`: few different values that repeat. `code`: one token without
 * spaces that mixes letters, digits or signs (ids, hashes, URLs). `text`: words. `long_text`: sentences.
 */
export type ValueKind =
  | 'empty'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'category'
  | 'code'
  | 'text'
  | 'long_text';

/**
 * The heavy helpers a value check may ask; the engine passes them in, so that listing types costs nothing. All are
 * total: they never throw.
 */
export interface ValueTools {
  isFirstName(word: string): boolean;
  isSurname(word: string): boolean;
  isCity(text: string): boolean;
  /** Country names in seven languages and aliases; ISO codes are a matter of `isCountryCode`. */
  isCountry(text: string): boolean;
  isCountryCode(text: string): boolean;
  isPhone(text: string): boolean;
  /** With a country's calling code (`+49…`, `0049…`), as long as that country's numbers are. */
  isInternationalPhone(text: string): boolean;
  isIban(text: string): boolean;
  /** Mod-checked national identifier of a person: the ISO country, or null. */
  nationalId(text: string): string | null;
  isCardNumber(text: string): boolean;
  /** A host name under a public suffix of the built-in list. */
  isPublicHost(host: string): boolean;
  isIp(text: string): boolean;
}

/** How much a passing value proves: a check digit, a structure nothing else has, a word list, or only a shape. */
export type CheckStrength = 'checksum' | 'structure' | 'vocabulary' | 'shape';

/** Gets one trimmed, non-empty value as written. Returns false for anything it does not know; never throws. */
export type ValueCheck = (text: string, tools: ValueTools) => boolean;

/** When enough values pass. Shares are of distinct, non-empty sampled values. */
export interface ColumnRule {
  readonly strength: CheckStrength;
  /** Share that must pass for the values to support the type. */
  readonly minShare: number;
  /** Distinct values below which the check says nothing by itself. Default 3. */
  readonly minDistinct?: number;
  /** True where values alone may decide the type, without header or neighbour. */
  readonly alone?: boolean;
  /** With a matching header, the share below which the header is disbelieved (a veto). Default 0: no veto. */
  readonly vetoBelow?: number;
  /** Values of a form without check digits, which a name that clearly says something else explains as well. */
  readonly yields?: (text: string) => boolean;
}

/** What the tracking inventory says about a column of this type (mission D7). */
export interface Tracking {
  readonly tracks: string;
  readonly reveals:
    | 'identity'
    | 'interest'
    | 'intent'
    | 'value'
    | 'habits'
    | 'whereabouts'
    | 'opinion'
    | 'device'
    | 'reach';
}

/**
 * One semantic type: what it is, how its values are recognised, and its own tests. Everything is data except
 * `valueCheck`. The words its headers are made of are data too:
 * `shared/header-language/phrases/<language>/<scope>.json`, under its id. `class` is that under the customer-tracking
 * policy: online identifiers are `non_pii` with the flag `online_identifier`.
 */
export interface SemanticType<Id extends string = string> {
  /** snake_case; the name used in files for ever. */
  readonly id: Id;
  readonly label: string;
  readonly class: ColumnClass;
  readonly category: ColumnCategory;
  readonly flags: readonly ColumnFlag[];
  /** Value kinds a header hypothesis survives; any other kind is a veto. */
  readonly accepts: readonly ValueKind[];
  /** Bounds most numeric values must keep (5 % may lie outside) for a header hypothesis to survive. */
  readonly range?: readonly [number, number];
  readonly valueCheck?: ValueCheck;
  readonly columnRule?: ColumnRule;
  /**
   * People's own words, which can hold anything: `always`, or `possible` where the same name also stands for choices
   * and codes. Absent: neither.
   */
  readonly freeText?: 'always' | 'possible';
  /** A number or label that people are chosen by. */
  readonly score?: true;
  /** Its values are groups that an outcome is audited against, never chosen by (E6). */
  readonly auditGroup?: true;
  /** Ids of types whose values this check may also accept; header or neighbours decide between them. */
  readonly lookAlikes: readonly string[];
  /** Singular noun for the evidence sentence ("1,204 of 1,300 values are <noun>"). Default: the label in lower case. */
  readonly noun?: string;
  readonly tracking?: Tracking;
  /** Synthetic values that must pass (at least 8 where there is a check) and must not (at least 8). */
  readonly positives: readonly string[];
  readonly negatives: readonly string[];
  /** Headers that must lead to this type before any other. At least 4 in at least 3 languages. */
  readonly headers: readonly string[];
  /** Standard or authority behind the definition or check, with its date. */
  readonly source: string;
}

/** Kinds most often accepted, named once. */
export const kinds = {
  number: ['integer', 'decimal'],
  count: ['integer', 'decimal', 'category'],
  flag: ['boolean', 'category'],
  choice: ['category', 'text', 'integer', 'boolean'],
  words: ['text', 'category', 'long_text', 'code'],
  identifier: ['code', 'integer', 'text', 'category'],
  moment: ['date', 'integer', 'decimal'],
  any: ['boolean', 'integer', 'decimal', 'date', 'category', 'code', 'text', 'long_text'],
} as const satisfies Record<string, readonly ValueKind[]>;

/** A type as it is written in its file; its id is kept as a literal, so that the list of types gives the union of ids. */
export const semanticType = <const Id extends string>(type: SemanticType<Id>): SemanticType<Id> => type;

/** A type known by header vocabulary alone; several may share one file per family. */
export type HeaderType<Id extends string = string> = Omit<
  SemanticType<Id>,
  'valueCheck' | 'columnRule' | 'positives' | 'negatives' | 'lookAlikes'
> & { readonly lookAlikes?: readonly string[] };

/** Fills in what a header-only type does not have. */
export const headerTypes = <const Id extends string>(types: readonly HeaderType<Id>[]): readonly SemanticType<Id>[] =>
  types.map((type) => ({ lookAlikes: [], ...type, positives: [], negatives: [] }));
