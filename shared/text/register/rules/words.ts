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
