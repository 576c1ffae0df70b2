import { logText } from '#shared/text/engine/log.ts';
import { longestRecord } from '../csv/dialect.ts';
import type { Row } from '../working-table.ts';
import { type LogColumns, logRow } from './log-columns.ts';
import { parseLogLine } from './parse-log-line.ts';
import { W3cLines } from './w3c-extended.ts';

/** What a line of a log is: cells, nothing to read, or why it cannot be read. */
export type LogLine = { cells: Row } | { comment: true } | { kind: string; detail: string };

/** Reads the lines of one log, from its first to its last. */
export type ReadLine = (text: string) => LogLine;

const noRequest = { kind: 'NO REQUEST', detail: logText.noRequest };

/** Requests in the common or combined format. */
export const requestLines =
  (shape: LogColumns): ReadLine =>
  (text) => {
    if (text.startsWith('#')) return { comment: true };
    const request = text.length > longestRecord / 4 ? null : parseLogLine(text);
    if (!request) return noRequest;
    const { cells, homeless } = logRow(request, shape);
    return homeless ? { kind: 'OTHER FORMAT', detail: logText.otherField } : { cells };
  };

/** Lines of a load balancer, which have their fields in a fixed order. */
export const balancerLines =
  (cells: (line: string) => Row | null): ReadLine =>
  (text) => {
    const row = text.length > longestRecord / 4 ? null : cells(text);
    return row === null ? { kind: 'OTHER FORMAT', detail: logText.noBalancerLine } : { cells: row };
  };

/** Lines under names that the log itself gives. */
export function w3cLines(names: readonly string[]): ReadLine {
  const lines = new W3cLines(names);
  let known = true;
  return (text) => {
    if (text.startsWith('#')) {
      known = lines.direct(text);
      return { comment: true };
    }
    if (!known) return { kind: 'OTHER FORMAT', detail: logText.otherField };
    const cells = lines.cells(text);
    return cells === null ? { kind: 'OTHER WIDTH', detail: logText.otherWidth } : { cells };
  };
}
