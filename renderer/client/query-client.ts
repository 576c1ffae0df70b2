import { QueryClient } from '@tanstack/react-query';

/**
 * What the engine knows changes only by what this window asks of it: nothing goes stale by itself, nothing is fetched
 * twice.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Keys of everything asked of the engine. A change names what it makes out of date with `refresh`. */
export const keys = {
  workspace: ['workspace'],
  operators: ['operators'],
  otherVersions: ['other-versions'],
  recent: ['recent'],
  keyStore: ['key-store'],
  settings: ['settings'],
  datasets: ['datasets'],
  profile: (datasetId: string, column: string) => ['profile', datasetId, column],
  joinKeys: (leftId: string, rightId: string) => ['datasets', 'join-keys', leftId, rightId],
  related: (datasetId: string) => ['datasets', 'related', datasetId],
  rejects: (datasetId: string) => ['rejects', datasetId],
  classification: (datasetId: string) => ['classification', datasetId],
  preview: (datasetId: string) => ['preview', datasetId],
  policy: ['policy'],
  purposes: ['purposes'],
  recipe: (datasetId: string) => ['recipe', datasetId],
  risk: (datasetId: string) => ['risk', datasetId],
  assessment: (datasetId: string) => ['assessment', datasetId],
  population: (sha256: string) => ['population', sha256],
  audience: (datasetId: string) => ['audience', datasetId],
  releases: ['releases'],
  principles: ['principles'],
  consent: ['consent'],
  retention: ['retention'],
  requests: ['requests'],
  breaches: ['breaches'],
  fairness: (datasetId: string) => ['fairness', datasetId],
  edition: (datasetId: string) => ['edition', datasetId],
  register: ['register'],
  records: ['records'],
  due: ['due'],
  quality: (datasetId: string) => ['quality', datasetId],
  differences: ['differences'],
  dataUse: ['data-use'],
  verification: ['verification'],
  heads: ['heads'],
  keyRegister: ['key-register'],
} as const;

/** Marks answers as out of date, so that whoever shows them asks again. */
export const refresh = (...changed: readonly (readonly unknown[])[]): Promise<void> =>
  Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey }))).then(() => {});
