import { createHash } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { vcardText } from '#shared/text/engine/vcard.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource, SniffedShape } from '../context.ts';
import { detectEncoding } from '../csv/detect-encoding.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile } from '../rejects-file.ts';
import { WorkingTable } from '../working-table.ts';
import { CardColumns } from './card-columns.ts';
import { type CardFile, readCards } from './read-cards.ts';

const layout = 'vcard';

/** Cards that are looked at before the file is opened. */
const mostLooked = 2_000;

function cardFile(
  file: CheckedFile,
  options: Partial<IntakeOptions>,
  signal: AbortSignal | undefined,
): { source: CardFile; detections: Detection[] } {
  const guess = detectEncoding(file.head);
  const encoding = options.encoding ?? guess.encoding;
  const reason = options.encoding === undefined ? guess.reason : intakeText.chosenByPerson;
  return {
    source: { path: file.path, fileName: file.fileName, encoding, signal },
    detections: [
      { option: 'encoding', value: encoding, reason },
      { option: 'layout', value: vcardText.called, reason: vcardText.rowPerCard },
    ],
  };
}

/** Finds the columns that the first cards of an address book need; opening it finds those of all. */
export async function sniffVcard(
  file: CheckedFile,
  options: Partial<IntakeOptions>,
  signal: AbortSignal | undefined,
): Promise<SniffedShape> {
  const { source, detections } = cardFile(file, options, signal);
  const columns = new CardColumns();
  let cards = 0;
  for await (const card of readCards(source)) {
    columns.row(card.properties, true);
    cards += 1;
    if (cards === mostLooked) break;
  }
  return {
    options: { format: 'vcard', encoding: source.encoding, layout },
    detections,
    columns: nameColumns(columns.names),
    tables: [],
    warnings: [],
  };
}

/**
 * Opens an address book of vCards (RFC 6350, and the older 3.0 and 2.1): a row a card. Two passes: the first finds the
 * columns that the cards need together.
 */
export async function openVcard(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { source, detections } = cardFile(file, context.options, context.signal);
  const columns = new CardColumns();
  for await (const card of readCards(source)) if (card.whole) columns.row(card.properties, true);
  const names = columns.names;
  if (names.length === 0) throw new Failure('FILE_EMPTY', vcardText.noCard(file.fileName));
  const hash = createHash('sha256');
  let done = 0;
  const onBytes = (piece: Buffer): void => {
    hash.update(piece);
    done += piece.length;
    context.progress({ phase: jobsText.phases.readingRecords, done, total: file.bytes, unit: 'bytes' });
  };
  const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
  const table = await WorkingTable.create(`${context.work}rows.csv`, names.length);
  columns.homeless = 0;
  let odd = 0;
  try {
    for await (const card of readCards({ ...source, onBytes })) {
      odd += card.odd;
      if (card.whole && card.properties.length === 0) continue;
      const tooLong = card.whole ? table.add(columns.row(card.properties, false)) : null;
      if (!card.whole || tooLong !== null)
        await rejects.add([
          {
            line: card.line,
            column: null,
            kind: card.whole ? 'LINE TOO LONG' : 'CARD WITHOUT END',
            detail: tooLong === null ? vcardText.noCardEnd : intakeText.rowTooLong(tooLong),
            raw: '',
            offset: null,
            bytes: null,
          },
        ]);
      await table.flush();
    }
    const relation = await table.finish();
    if (table.rows === 0) throw new Failure('FILE_EMPTY', vcardText.noCard(file.fileName));
    if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
    return {
      sha256: hash.digest('hex'),
      options: { format: 'vcard', encoding: source.encoding, layout },
      detections,
      columns: nameColumns(names),
      relation,
      rows: table.rows,
      ...rejects.told(),
      warnings: [
        ...(odd > 0 ? [vcardText.oddLines(odd)] : []),
        ...(columns.homeless > 0 ? [vcardText.cellsLost(columns.homeless)] : []),
      ],
    };
  } finally {
    await table.abandon();
    await rejects.finish();
  }
}
