import type { IntakeOptions, SourceColumn } from '#shared/domain/intake.ts';
import { channelById } from '#shared/channels/index.ts';
import type { Dialect } from '#engine/intake/csv/dialect.ts';
import { parseText } from '#engine/intake/csv/parse-text.ts';
import type { CellHabits } from './clean-cells.ts';
import { totalsRule } from './totals.ts';

/** What a layout asks of the reader of delimited text; the plain reading where there is none. */
export interface TextReading {
  headerRows: number;
  /** Gets a record's bytes (UTF-8) without its line end. */
  isTotal: ((record: Buffer) => boolean) | undefined;
  cells: CellHabits;
}

/** @param options as settled by the sniffing */
export function textReading(options: IntakeOptions, columns: readonly SourceColumn[], dialect: Dialect): TextReading {
  const channel = options.layout === undefined ? undefined : channelById(options.layout);
  const rule = channel && options.totals !== 'keep' ? totalsRule(channel, columns.map(({ header }) => header)) : null;
  return {
    headerRows: options.headerRows ?? 1,
    isTotal: rule ? (record) => rule(parseText(record.toString('utf8'), dialect, { complete: true, limit: 1 })[0]?.fields ?? []) : undefined,
    cells: { nullWords: channel?.reading.nullWords ?? [], formulaGuard: channel?.reading.formulaGuard ?? false },
  };
}
