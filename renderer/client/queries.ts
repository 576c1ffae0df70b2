import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { PolicyItem } from '#shared/contract/policy.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Verification } from '#shared/contract/register.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import type { Operator } from '#shared/domain/operator.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useDatasetId } from '#renderer/state/ui-state.ts';
import { engine } from './connection.ts';
import { keepOfDataset } from './keep-of-dataset.ts';
import { keys } from './query-client.ts';

/** The open workspace, null when none is open. */
export const useWorkspace = (): UseQueryResult<WorkspaceSummary | null> =>
  useQuery({ queryKey: keys.workspace, queryFn: () => engine.workspaces.current({}) });

/** Everybody who works in the open workspace, or did; empty while one person does. */
export const useOperators = (): UseQueryResult<Operator[]> =>
  useQuery({ queryKey: keys.operators, queryFn: () => engine.operators.list({}), enabled: useOpen() });

const useOpen = (): boolean => Boolean(useWorkspace().data);

export const useRecent = () => useQuery({ queryKey: keys.recent, queryFn: () => engine.workspaces.recent({}) });
/**
 * Whether this system can remember a passphrase; asked when a dialog needs it, for a keyring may ask the person to
 * unlock it.
 */
export const useKeyStore = () => useQuery({ queryKey: keys.keyStore, queryFn: () => engine.workspaces.keyStore({}) });
export const useSettings = (): UseQueryResult<Settings> =>
  useQuery({ queryKey: keys.settings, queryFn: () => engine.settings.get({}) });

/** Every dataset of the open workspace, in the order they were imported. */
export function useDatasets(): UseQueryResult<DatasetSummary[]> {
  const enabled = useOpen();
  return useQuery({ queryKey: keys.datasets, queryFn: () => engine.datasets.list({}), enabled });
}

/** The dataset every step of the job is about: the chosen one, else the newest. */
export function useDataset(): DatasetSummary | null {
  const chosen = useDatasetId();
  const { data } = useDatasets();
  return data?.find((dataset) => dataset.id === chosen) ?? data?.at(-1) ?? null;
}

export const useProfile = (datasetId: string | null, column: string | null): UseQueryResult<ColumnProfile> =>
  useQuery({
    queryKey: keys.profile(datasetId ?? '', column ?? ''),
    queryFn: () => engine.datasets.profile({ datasetId: datasetId!, column: column! }),
    enabled: datasetId !== null && column !== null,
  });

export const useClassification = (datasetId: string | null): UseQueryResult<ClassifiedDataset> =>
  useQuery({
    queryKey: keys.classification(datasetId ?? ''),
    queryFn: () => engine.classify.get({ datasetId: datasetId! }),
    enabled: datasetId !== null,
  });

/** What holds today, with what the open workspace sets otherwise. */
export const usePolicy = (): UseQueryResult<PolicyItem[]> =>
  useQuery({ queryKey: keys.policy, queryFn: () => engine.policy.list({}) });

export function usePurposes(): UseQueryResult<Purpose[]> {
  return useQuery({ queryKey: keys.purposes, queryFn: () => engine.purposes.list({}) });
}

/** The dataset's working recipe, null before the first one. */
export const useRecipe = (datasetId: string | null): UseQueryResult<Recipe | null> =>
  useQuery({
    queryKey: keys.recipe(datasetId ?? ''),
    queryFn: () => engine.recipes.get({ datasetId: datasetId! }),
    enabled: datasetId !== null,
  });

/** Where the dataset stands under its working recipe; asked again whenever the recipe changes (key: its text). */
export function useAssessment(datasetId: string | null, recipe: Recipe | null | undefined): UseQueryResult<Assessment> {
  return useQuery({
    queryKey: [...keys.assessment(datasetId ?? ''), recipe],
    queryFn: ({ signal }) => engine.recipes.assess({ datasetId: datasetId!, recipe: recipe! }, { signal }),
    enabled: datasetId !== null && recipe != null,
    placeholderData: keepOfDataset(datasetId),
  });
}

export function useReleases() {
  const enabled = useOpen();
  return useQuery({ queryKey: keys.releases, queryFn: () => engine.releases.list({}), enabled });
}

/** The register's check, with the time it was made. */
export function useVerification(): UseQueryResult<Verification & { at: number }> {
  const enabled = useOpen();
  return useQuery({
    queryKey: keys.verification,
    queryFn: async () => ({ ...(await engine.register.verify({})), at: Date.now() }),
    enabled,
  });
}

/** How many entries the register holds; null while unknown. */
export function useRegisterSize(): number | null {
  const enabled = useOpen();
  return (
    useQuery({
      queryKey: [...keys.register, 'size'],
      queryFn: async () => (await engine.register.list({ limit: 1 })).total,
      enabled,
    }).data ?? null
  );
}
