import { quoteText } from '#shared/sql/quote.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { openDuck, type Duck, type DuckOptions } from '#engine/analysis/open-duck.ts';
import { WindowReader } from '#engine/tables/read-window.ts';
import { datasetRelation } from './dataset-session.ts';

/**
 * A dataset whose rows are in while nothing is known of its columns yet: pages of it can be read, every cell of them
 * masked.
 */
export interface Arrival {
  summary: DatasetSummary;
  duck: Duck;
  windows: WindowReader;
}

/** Opens rows that were stored, to be read as `datasetRelation`. @param database the rows, in `directory` */
export async function openRows(
  directory: string,
  database: string,
  size: Pick<DuckOptions, 'columns' | 'memoryLimitMb'>,
): Promise<Duck> {
  const duck = await openDuck({ directory, ...size });
  try {
    await duck.run(`ATTACH ${quoteText(database)} AS dataset (READ_ONLY)`);
    return duck;
  } catch (error) {
    duck.close();
    throw error;
  }
}

/**
 * The datasets that are being imported and can already be looked at, by id. They are in no catalogue until their import
 * is over.
 */
export class Arrivals {
  #here = new Map<string, { arrival: Arrival; over: Promise<void>; end: () => void }>();

  get(datasetId: string): Arrival | undefined {
    return this.#here.get(datasetId)?.arrival;
  }

  /** Resolves when the import is over, however it ended; at once for any other dataset. */
  async over(datasetId: string): Promise<void> {
    await this.#here.get(datasetId)?.over;
  }

  /** Opens the rows for looking at. @param database the imported rows, in `directory` */
  async add(summary: DatasetSummary, directory: string, database: string): Promise<Arrival> {
    const duck = await openRows(directory, database, { columns: summary.columns.length });
    const columns = new Map(
      summary.columns.map(({ name, physical }) => [name, { physical, valueType: 'text' as const }]),
    );
    const arrival = { summary, duck, windows: new WindowReader(duck, datasetRelation, summary.rows, columns) };
    let end = (): void => {};
    const over = new Promise<void>((resolve) => (end = resolve));
    this.#here.set(summary.id, { arrival, over, end });
    return arrival;
  }

  /**
   * The import is over: whoever waited goes on, with the dataset or without. Closes the data engine unless somebody
   * took it over.
   */
  end(datasetId: string, takenOver: boolean): void {
    const found = this.#here.get(datasetId);
    if (!found) return;
    this.#here.delete(datasetId);
    if (!takenOver) found.arrival.duck.close();
    found.end();
  }
}
