import type { ScreenId } from '#shared/domain/screens.ts';
import type { WithinTerm } from '#shared/contract/datasets.ts';
import { createStore, useStore } from './create-store.ts';

interface UiState {
  screen: ScreenId;
  /** The dataset every step of the job is about; null until one is chosen or opened. */
  datasetId: string | null;
  /** A dataset whose rows can be seen while its import goes on. */
  arriving: string | null;
  /** The bar of a column's chart whose rows the grid shows alone. */
  within: { datasetId: string; term: WithinTerm } | null;
  /** Display name of the column under inspection. */
  column: string | null;
  inspectorOpen: boolean;
  /** Columns the engine was asked to show in clear, as `dataset id/column`. */
  revealed: ReadonlySet<string>;
}

export const uiState = createStore<UiState>({
  screen: 'home',
  datasetId: null,
  arriving: null,
  within: null,
  column: null,
  inspectorOpen: true,
  revealed: new Set(),
});

export const useScreen = (): ScreenId => useStore(uiState, (now) => now.screen);
export const useDatasetId = (): string | null => useStore(uiState, (now) => now.datasetId);
export const useSelectedColumn = (): string | null => useStore(uiState, (now) => now.column);

export const useIsArriving = (datasetId: string): boolean => useStore(uiState, (now) => now.arriving === datasetId);

/** Says which dataset is arriving. */
export const markArriving = (arriving: string | null): void => uiState.set({ arriving });
/** Shows a screen. */
export const goTo = (screen: ScreenId): void => uiState.set({ screen });
/** Makes a dataset the one every step is about. */
export const selectDataset = (datasetId: string | null): void =>
  uiState.set((now) => (now.datasetId === datasetId ? {} : { datasetId, column: null }));
/** Puts a column under the inspector. */
export const selectColumn = (column: string | null): void => uiState.set({ column });
/** Shows the rows of one bar alone, on the screen that has the grid. */
export const showRowsWithin = (datasetId: string, term: WithinTerm): void =>
  uiState.set({ screen: 'datasets', within: { datasetId, term } });
/** Takes it back. */
export const showAllRows = (): void => uiState.set({ within: null });
export const useWithin = (datasetId: string): WithinTerm | null =>
  useStore(uiState, ({ within }) => (within?.datasetId === datasetId ? within.term : null));
/** Remembers whether a column is shown in clear. */
export const markRevealed = (datasetId: string, column: string, shown: boolean): void =>
  uiState.set(({ revealed }) => ({
    revealed: new Set(
      shown ? [...revealed, `${datasetId}/${column}`] : [...revealed].filter((key) => key !== `${datasetId}/${column}`),
    ),
  }));
/** Columns shown in clear, as `dataset id/column`. */
export const useRevealed = (): ReadonlySet<string> => useStore(uiState, ({ revealed }) => revealed);
export const useIsRevealed = (datasetId: string, column: string | null): boolean =>
  useStore(uiState, ({ revealed }) => column !== null && revealed.has(`${datasetId}/${column}`));
/** What belongs to a workspace is forgotten when it closes. */
export const forgetWorkspace = (): void =>
  uiState.set({ screen: 'home', datasetId: null, arriving: null, within: null, column: null, revealed: new Set() });
