interface Asked {
  queryKey: readonly unknown[];
}

/**
 * What was answered before, shown while it is asked again: of the same dataset only, whose id is the second part of
 * every such question's key. Another dataset's figures would be read as this one's.
 */
export const keepOfDataset =
  (datasetId: string | null) =>
  <T>(before: T | undefined, asked: Asked | undefined): T | undefined =>
    asked?.queryKey[1] === datasetId ? before : undefined;
