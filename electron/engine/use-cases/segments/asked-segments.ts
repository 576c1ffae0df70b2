import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { SegmentMethod, SmallGroupWay } from '#shared/domain/segments.ts';

/** What is asked of a segmentation, as a person says it; what they leave open is chosen for them, and told. */
export interface AskedSegments {
  by: SegmentMethod;
  person?: string | undefined;
  recency?: string | undefined;
  frequency?: string | undefined;
  monetary?: string | undefined;
  /** Fewest people of a group; else the recipe's k, else the usual one. */
  k?: number | undefined;
  small: SmallGroupWay;
  /** ε of the noise; undefined: none. */
  epsilon?: number | undefined;
  /** What the segmentation is held against. */
  recipe?: Recipe | undefined;
  /** YYYY-MM-DD that recency counts to; else the recipe's day, else today. */
  today?: string | undefined;
  /** Id, code or slug of what the segments are for. */
  purpose: string;
}
