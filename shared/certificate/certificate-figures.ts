import type { EarlierJoin } from '#shared/domain/release-figures.ts';
import type { Certificate } from './certificate.ts';

/** The figures of a certificate as numbers; null for one of a version that did not have them. */
export function certificateFigures({ outsider, output }: Pick<Certificate, 'outsider' | 'output'>): {
  rowsOut: number;
  uniqueAllColumns: number;
  relinkable: number;
  earlierReleases: EarlierJoin[] | null;
} | null {
  if (outsider === undefined) return null;
  const earlierReleases =
    outsider.earlierReleases?.map((earlier) => ({
      ...earlier,
      joined: earlier.joined === null ? null : Number(earlier.joined),
    })) ?? null;
  return {
    rowsOut: output.rows,
    uniqueAllColumns: outsider.uniqueAllColumns,
    relinkable: Number(outsider.relinkable),
    earlierReleases,
  };
}
