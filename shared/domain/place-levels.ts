/** What coordinates are named by, from fine to coarse: a large place, its country, the part of the world. */
export const placeLevels = ['place', 'country', 'region'] as const;
export type PlaceLevel = (typeof placeLevels)[number];
