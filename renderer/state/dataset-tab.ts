let wanted: string | null = null;

/** The Datasets screen begins with this tab the next time that it is shown. */
export const wantDatasetTab = (tab: string): void => void (wanted = tab);

/** The tab to begin with, once. */
export function wantedDatasetTab(): string | null {
  const tab = wanted;
  wanted = null;
  return tab;
}
