import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { HistoryFilter, LogEntry } from '#shared/contract/register.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';

const pageSize = 200;

/** Entries of the register, newest first, fetched by the page as they come into view. */
export function useEntries(filter: HistoryFilter, first: number, last: number) {
  const head = useQuery({
    queryKey: [...keys.register, 'head', filter],
    queryFn: () => engine.register.list({ ...filter, offset: 0, limit: pageSize, facets: true }),
    placeholderData: keepPreviousData,
  });
  const total = head.data?.total ?? 0;
  const from = Math.max(1, Math.floor(first / pageSize));
  const to = Math.min(Math.floor(last / pageSize), Math.max(0, Math.ceil(total / pageSize) - 1));
  const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...keys.register, 'page', filter, page, total],
      queryFn: () => engine.register.list({ ...filter, offset: page * pageSize, limit: pageSize }),
    })),
  });
  /** The entry at a position of the list, null while it is on its way. */
  const entryAt = (index: number): LogEntry | null => {
    const page = Math.floor(index / pageSize);
    if (page === 0) return head.data?.entries[index] ?? null;
    return pages[wanted.indexOf(page)]?.data?.entries[index - page * pageSize] ?? null;
  };
  return { head, total, facets: head.data?.facets, entryAt };
}
