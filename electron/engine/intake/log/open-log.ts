import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { logText } from '#shared/text/engine/log.ts';
import { noLayout } from '#engine/intake/layouts/find-layout.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { decodeHead, detectEncoding } from '../csv/detect-encoding.ts';
import { longestRecord } from '../csv/dialect.ts';
import { transcode } from '../csv/transcode.ts';
import { transcodeWarnings } from '../csv/warnings.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile, type RejectRecord } from '../rejects-file.ts';
import { WorkingTable } from '../working-table.ts';
import { isPixel, logColumns } from './log-columns.ts';
import { balancerLog, looksLikeBalancer } from './load-balancer.ts';
import { balancerLines, type ReadLine, requestLines, w3cLines } from './log-lines.ts';
import { parseLogLine } from './parse-log-line.ts';
import { looksLikeW3c, namesIn } from './w3c-extended.ts';

const headBytes = 1024 * 1024;
const chosen = intakeText.chosenByPerson;
const w3cLayout = 'w3c-extended';
const balancerLayout = 'load-balancer-log';

export interface LogShape extends SniffedShape {
  names: string[];
  /** A reader of the log's lines, for one pass from the first to the last. */
  reader(): ReadLine;
}

/** How a log is to be read, by the lines of its head. */
type Found = Pick<LogShape, 'names' | 'reader'> & { layout: string; called: string; why: string };

function requestsIn(lines: readonly string[], options: Partial<IntakeOptions>): Found {
  const requests = lines.flatMap((line) => parseLogLine(line) ?? []);
  const pixel = options.layout === undefined ? isPixel(requests) : options.layout === 'pixel-hits';
  const shape = logColumns(requests, pixel);
  const layout = options.layout ?? (pixel ? 'pixel-hits' : 'web-server-log');
  const called = layout === noLayout ? noLayout : pixel ? logText.trackingPixel : logText.accessLog;
  const why = pixel ? logText.asksForPixel : logText.eachRequest;
  return { names: shape.names, reader: () => requestLines(shape), layout, called, why };
}

/** A load balancer's log, where a person said that it is one or its lines look so. */
function balancerIn(lines: readonly string[], { layout }: Partial<IntakeOptions>): Found | null {
  if (layout === undefined ? !looksLikeBalancer(lines.join('\n')) : layout !== balancerLayout) return null;
  const found = balancerLog(lines);
  if (found === null) return null;
  const { names, cells } = found;
  const told = { layout: balancerLayout, called: logText.balancerLog, why: logText.fixedOrder };
  return { names, reader: () => balancerLines(cells), ...told };
}

function w3cIn(lines: readonly string[]): Found {
  const names = namesIn(lines);
  const found = { layout: w3cLayout, called: logText.w3cExtended, why: logText.namesItself };
  return { names, reader: () => w3cLines(names), ...found };
}

/**
 * Finds the columns of a log from its first MiB: those it names itself, or an access log's own fields and a tracking
 * pixel's parameters.
 */
export async function sniffLog(file: CheckedFile, options: Partial<IntakeOptions>): Promise<LogShape> {
  const handle = await open(file.path, 'r');
  const head = Buffer.alloc(Math.min(headBytes, file.bytes));
  try {
    await handle.read(head, 0, head.length, 0);
  } finally {
    await handle.close();
  }
  const guess = detectEncoding(head);
  const encoding = options.encoding ?? guess.encoding;
  const lines = decodeHead(head, encoding).split(/\r\n|\n|\r/);
  // The last line of a longer file is cut.
  const whole = file.bytes > head.length ? lines.slice(0, -1) : lines;
  const asked = options.layout;
  const w3c = asked === undefined ? looksLikeW3c(lines.join('\n')) : asked === w3cLayout;
  const found = w3c ? w3cIn(whole) : (balancerIn(whole, options) ?? requestsIn(whole, options));
  const { names, reader, layout, called, why } = found;
  const detections: Detection[] = [
    { option: 'encoding', value: encoding, reason: options.encoding === undefined ? guess.reason : chosen },
    {
      option: 'layout',
      value: called,
      reason: options.layout === undefined ? why : chosen,
    },
    ...(w3c || layout === balancerLayout
      ? []
      : [{ option: 'times' as const, value: 'ISO 8601', reason: logText.timesYearFirst }]),
  ];
  return {
    options: { format: 'log', encoding, layout },
    detections,
    columns: nameColumns(names),
    tables: [],
    warnings: [],
    names,
    reader,
  };
}

/**
 * Opens an access log: one pass over the lines, written to a working table; lines that are no request are set aside,
 * counted and listed.
 */
export async function openLog(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { names, reader, ...sniffed } = await sniffLog(file, context.options);
  const warnings = [...sniffed.warnings];
  const hash = createHash('sha256');
  const progress = (done: number) =>
    context.progress({ phase: jobsText.phases.readingLines, done, total: file.bytes, unit: 'bytes' });
  const encoding = sniffed.options.encoding ?? 'utf-8';
  let path = file.path;
  if (encoding !== 'utf-8') {
    path = `${context.work}utf8.log`;
    const found = await transcode(file.path, path, encoding, {
      onBytes: (bytes) => void hash.update(bytes),
      onProgress: progress,
      signal: context.signal,
    });
    warnings.push(...transcodeWarnings(found, encoding));
  }
  const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
  const table = await WorkingTable.create(`${context.work}rows.csv`, names.length);
  const read = reader();
  let line = 0;
  let comments = 0;
  const add = (text: string): RejectRecord | null => {
    line += 1;
    if (text.trim() === '') return null;
    const reject = (kind: string, detail: string): RejectRecord => ({
      line,
      column: null,
      kind,
      detail,
      raw: text,
      offset: null,
      bytes: null,
    });
    const found = read(text);
    if ('comment' in found) {
      comments += 1;
      return null;
    }
    if ('kind' in found) return reject(found.kind, found.detail);
    return table.add(found.cells) === null ? null : reject('LINE TOO LONG', logText.lineTooLong);
  };
  try {
    let carry = '';
    let done = 0;
    const decoder = new TextDecoder('utf-8');
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      throwIfCancelled(context.signal);
      if (encoding === 'utf-8') hash.update(piece);
      done += piece.length;
      progress(done);
      const lines = (carry + decoder.decode(piece, { stream: true })).split(/\r\n|\n/);
      carry = lines.pop() ?? '';
      if (carry.length > longestRecord)
        throw new Failure('FILE_DAMAGED', logText.noEnd(file.fileName, line + lines.length + 1));
      await rejects.add(lines.flatMap((text) => add(text) ?? []));
      await table.flush();
    }
    const last = carry === '' ? null : add(carry);
    if (last) await rejects.add([last]);
    const relation = await table.finish();
    if (comments > 0) warnings.push(logText.comments(comments));
    if (table.rows === 0) throw new Failure('FILE_DAMAGED', logText.noneReadable(file.fileName, line));
    if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
    return {
      sha256: hash.digest('hex'),
      options: sniffed.options,
      detections: sniffed.detections,
      columns: sniffed.columns,
      relation,
      rows: table.rows,
      ...rejects.told(),
      warnings,
    };
  } finally {
    await table.abandon();
    await rejects.finish();
  }
}
