import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { ColumnState } from '../hypothesis.ts';
import { tableEntity, type TableEntity } from './entity.ts';

/** What the table as a whole is, for the flags that depend on it. */
export interface TableContext {
  readonly entity: TableEntity;
}

/** Lets the columns of a table speak for each other. Rules run in order, each sees what the ones before it found. */
export function tablePass(columns: readonly ColumnState[], _tools: ValueTools): TableContext {
  return { entity: tableEntity(columns) };
}
