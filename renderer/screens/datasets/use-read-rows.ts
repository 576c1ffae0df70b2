import { useCallback, useMemo } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import type { WindowQuery } from '#renderer/grid/window-source.ts';
import type { useWithin } from '#renderer/state/ui-state.ts';
import { forgetColumn, noteRevealed, withRevealed, type RevealedCells } from './revealed-cells.ts';

/**
 * Reads a dataset's rows, all or those within a class. What somebody asked to see of it stays in clear when the rows are
 * read again.
 */
export function useReadRows(datasetId: string, within: ReturnType<typeof useWithin>) {
  // Of this dataset only: another one has other people in the same places.
  // oxlint-disable-next-line react/exhaustive-deps
  const inClear = useMemo((): RevealedCells => new Map(), [datasetId]);
  const read = useCallback(
    async (query: WindowQuery) =>
      withRevealed(
        await engine.datasets.readWindow({ datasetId, ...query, within: within === null ? [] : [within] }),
        query.columns,
        inClear,
      ),
    [datasetId, within, inClear],
  );
  const reveal = async (column: string, row: number): Promise<string | null> => {
    const { text: clear } = await engine.datasets.revealCell({ datasetId, column, row });
    noteRevealed(inClear, column, row, clear);
    void refresh(keys.register);
    return clear;
  };
  return { read, reveal, hide: (column: string): void => forgetColumn(inClear, column) };
}
