import type { Row } from '../working-table.ts';
import { type LogRequest, queryParameters } from './parse-log-line.ts';

/** Columns of a log in order: name and field. */
const fields: readonly (readonly [name: string, field: keyof LogRequest])[] = [
  ['virtual_host', 'virtualHost'],
  ['ip', 'ip'],
  ['identity', 'identity'],
  ['remote_user', 'remoteUser'],
  ['time', 'time'],
  ['method', 'method'],
  ['path', 'path'],
  ['query', 'query'],
  ['protocol', 'protocol'],
  ['status', 'status'],
  ['bytes', 'bytes'],
  ['referrer', 'referrer'],
  ['user_agent', 'userAgent'],
  ['rest', 'rest'],
];
const rare: ReadonlySet<string> = new Set(['virtual_host', 'identity', 'rest']);
const mostParameters = 80;
/** Parameters by which tracking pixels say who is counted: one of these pairs is in nearly every hit. */
const pixelPairs = [
  ['idsite', 'rec'],
  ['tid', 'cid'],
  ['id', 'ev'],
];
const pixelShare = 0.8;

/** The columns of one log: fixed ones, and one per parameter where the requests are those of a tracking pixel. */
export interface LogColumns {
  names: string[];
  /** The log's own fields in the order of their columns, and those that its first lines do not have. */
  kept: readonly (keyof LogRequest)[];
  absent: readonly (keyof LogRequest)[];
  parameters: readonly string[];
}

/** Whether four in five requests carry a tracking pixel's parameters, whatever path they ask for. */
export function isPixel(requests: readonly LogRequest[]): boolean {
  const hits = requests.filter(({ query }) => {
    const names = new Set(queryParameters(query ?? '').map(([name]) => name));
    return pixelPairs.some((pair) => pair.every((name) => names.has(name)));
  });
  return requests.length > 0 && hits.length >= pixelShare * requests.length;
}

/** @param open every parameter of the first requests becomes a column */
export function logColumns(requests: readonly LogRequest[], open: boolean): LogColumns {
  const kept = fields.filter(([name, field]) => !rare.has(name) || requests.some((request) => request[field] !== null));
  const parameters = open
    ? [...new Set(requests.flatMap(({ query }) => queryParameters(query ?? '').map(([name]) => name)))]
        .filter((name) => name !== '')
        .slice(0, mostParameters)
    : [];
  return {
    kept: kept.map(([, field]) => field),
    absent: fields.filter((field) => !kept.includes(field)).map(([, field]) => field),
    parameters,
    names: [...kept.map(([name]) => name), ...parameters],
  };
}

/**
 * The cells of a request; parameters without a column of their own stay in `query`. `homeless`: a field has no column,
 * so that it would be lost.
 */
export function logRow(
  request: LogRequest,
  { kept, absent, parameters }: LogColumns,
): { cells: Row; homeless: boolean } {
  const homeless = absent.some((field) => request[field] !== null);
  const cells: Row = kept.map((field) => request[field]);
  if (parameters.length === 0) return { cells, homeless };
  const values = new Map<string, string>();
  const left: string[] = [];
  for (const [name, value] of queryParameters(request.query ?? '')) {
    if (parameters.includes(name) && !values.has(name)) values.set(name, value);
    else left.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  cells[kept.indexOf('query')] = left.length > 0 ? left.join('&') : null;
  return { cells: [...cells, ...parameters.map((name) => values.get(name) ?? null)], homeless };
}
