import type { EarlierEdition, EarlierJoin } from '#shared/domain/release-figures.ts';
import type { Certificate } from './certificate.ts';

/** The figures of a certificate as numbers; null for one of a version that did not have them. */
export function certificateFigures({ outsider, rows }: Pick<Certificate, 'outsider' | 'rows'>): {
  rowsOut: number;
  uniqueAllColumns: number;
  relinkable: number;
  earlierReleases: EarlierJoin[] | null;
  earlierEditions: EarlierEdition[];
} | null {
  if (outsider === undefined) return null;
  const earlierReleases =
    outsider.earlierReleases?.map((earlier) => ({
      ...earlier,
      joined: earlier.joined === null ? null : Number(earlier.joined),
    })) ?? null;
  return {
    rowsOut: rows.out,
    uniqueAllColumns: outsider.uniqueAllColumns,
    relinkable: Number(outsider.relinkable),
    earlierReleases,
    earlierEditions: (outsider.earlierEditions ?? []).map((edition) => ({
      ...edition,
      joined: edition.joined === null ? null : Number(edition.joined),
    })),
  };
}
