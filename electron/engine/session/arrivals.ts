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

/** The first rows of a dataset, by column; held in memory until all rows are stored. */
export type FirstRows = readonly (readonly (string | null)[])[];

/** Answers pages like `WindowReader`; null where the import ended before the rows asked for were there. */
export type ReadPage = (page: {
  columns: string[];
  offset: number;
  limit: number;
}) => Promise<Awaited<ReturnType<WindowReader['read']>> | null>;

/** An import, from the moment when its first rows can be looked at. */
interface Coming {
  summary: DatasetSummary;
  first: FirstRows;
  /** Null when the import ended before all of its rows were stored. */
  stored: Deferred<Arrival | null>;
  over: Deferred<void>;
}

interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  return { promise: new Promise<T>((done) => (resolve = done)), resolve: (value) => resolve(value) };
}

/**
 * The datasets that are being imported and can already be looked at, by id. They are in no catalogue until their import
 * is over.
 */
export class Arrivals {
  #here = new Map<string, Coming>();

  /** What can be looked at of a dataset that is being imported. */
  get(datasetId: string): { summary: DatasetSummary; read: ReadPage } | undefined {
    const coming = this.#here.get(datasetId);
    return coming && { summary: coming.summary, read: (page) => readComing(coming, page) };
  }

  /** Resolves when the import is over, however it ended; at once for any other dataset. */
  async over(datasetId: string): Promise<void> {
    await this.#here.get(datasetId)?.over.promise;
  }

  /** Its first rows can be looked at; pages further down are answered once all rows are stored. */
  announce(summary: DatasetSummary, first: FirstRows): void {
    this.#here.set(summary.id, {
      summary,
      first,
      stored: deferred(),
      over: deferred(),
    });
  }

  /** Opens the rows for looking at. @param database the imported rows, in `directory` */
  async add(summary: DatasetSummary, directory: string, database: string): Promise<Arrival> {
    const duck = await openRows(directory, database, { columns: summary.columns.length });
    const columns = new Map(
      summary.columns.map(({ name, physical }) => [name, { physical, valueType: 'text' as const }]),
    );
    const arrival = { summary, duck, windows: new WindowReader(duck, datasetRelation, summary.rows, columns) };
    if (!this.#here.has(summary.id)) this.announce(summary, []);
    this.#here.get(summary.id)!.stored.resolve(arrival);
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
    // Where all rows are stored already this says nothing.
    found.stored.resolve(null);
    if (!takenOver) void found.stored.promise.then((arrival) => arrival?.duck.close());
    found.over.resolve();
  }
}

async function readComing(
  { summary, first, stored }: Coming,
  page: Parameters<ReadPage>[0],
): Promise<Awaited<ReturnType<ReadPage>>> {
  const held = first[0]?.length ?? 0;
  const end = Math.min(page.offset + page.limit, summary.rows);
  if (end > held) return (await stored.promise)?.windows.read({ ...page, sort: [], filter: [] }) ?? null;
  const places = page.columns.map((name) => summary.columns.findIndex((column) => column.name === name));
  const rows = Array.from({ length: Math.max(0, end - page.offset) }, (_, at) => ({
    row: page.offset + at,
    cells: places.map((place) => first[place]?.[page.offset + at] ?? null),
  }));
  return { total: summary.rows, rows };
}
