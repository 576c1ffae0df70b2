import { keys, queryClient, refresh } from './query-client.ts';

/** Rows of datasets are other ones now, whatever shows them: what was kept of them for later is dropped. */
export async function rowsChanged(): Promise<void> {
  queryClient.removeQueries({ type: 'inactive' });
  await queryClient.invalidateQueries();
}

/** Something was released: what went out is asked of the register in several places. */
export const releasesChanged = (): Promise<void> =>
  refresh(keys.releases, keys.records, keys.breaches, keys.consent, keys.register, keys.verification);
