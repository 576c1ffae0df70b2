import { type FileHandle, open } from 'node:fs/promises';
import { csvRelation } from './csv/csv-relation.ts';
import { WorkingFile, type WorkingFacts } from './working-file.ts';

export type { Row } from './working-file.ts';

/** The FROM-clause expression of a working file that has ended. */
export const workingRelation = (path: string, columns: number, { longest, breaks }: WorkingFacts): string =>
  csvRelation(path, { delimiter: ',', quote: '"', escape: '"', header: false, skipLines: 0 }, columns, {
    longest,
    lineEnd: 'lf',
    trickyQuotes: breaks,
  });

/** A working file that is scanned by the data engine of the process that writes it. */
export class WorkingTable extends WorkingFile {
  readonly #path: string;
  readonly #width: number;

  private constructor(file: FileHandle, path: string, columns: number) {
    super(file, columns);
    this.#path = path;
    this.#width = columns;
  }

  static async create(path: string, columns: number): Promise<WorkingTable> {
    return new WorkingTable(await open(path, 'wx', 0o600), path, columns);
  }

  /** Ends the file. @returns its FROM-clause expression */
  async finish(): Promise<string> {
    return workingRelation(this.#path, this.#width, await this.end());
  }
}
