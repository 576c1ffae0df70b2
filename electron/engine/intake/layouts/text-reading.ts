import type { IntakeOptions, SourceColumn } from '#shared/domain/intake.ts';
import { channelById } from '#shared/channels/index.ts';
import type { Dialect } from '#engine/intake/csv/dialect.ts';
import { parseText } from '#engine/intake/csv/parse-text.ts';
import type { CellHabits } from './clean-cells.ts';
import { totalsRule } from './totals.ts';

/** What a layout asks of the reader of a table; the plain reading where there is none. */
export interface TableReading {
  headerRows: number;
  /** Gets a row's cells. */
  isTotal: ((cells: readonly string[]) => boolean) | undefined;
  cells: CellHabits;
}

/** The same for delimited text. */
export interface TextReading extends Omit<TableReading, 'isTotal'> {
  /** Gets a record's bytes (UTF-8) without its line end. */
  isTotal: ((record: Buffer) => boolean) | undefined;
}

/** @param options as settled by the sniffing */
export function tableReading(options: Partial<IntakeOptions>, names: readonly (string | null)[]): TableReading {
  const channel = options.layout === undefined ? undefined : channelById(options.layout);
  const rule = channel && options.totals !== 'keep' ? totalsRule(channel, names) : null;
  return {
    headerRows: options.headerRows ?? 1,
    isTotal: rule ?? undefined,
    cells: { nullWords: channel?.reading.nullWords ?? [], formulaGuard: channel?.reading.formulaGuard ?? false },
  };
}

/** @param options as settled by the sniffing */
export function textReading(options: IntakeOptions, columns: readonly SourceColumn[], dialect: Dialect): TextReading {
  const { isTotal, ...reading } = tableReading(
    options,
    columns.map(({ header }) => header),
  );
  return {
    ...reading,
    isTotal:
      isTotal &&
      ((record) => isTotal(parseText(record.toString('utf8'), dialect, { complete: true, limit: 1 })[0]?.fields ?? [])),
  };
}
