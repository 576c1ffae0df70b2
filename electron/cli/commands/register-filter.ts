import { Option, type Command } from 'commander';
import type { HistoryFilter } from '#shared/contract/register.ts';
import { daySpan } from '#shared/domain/day-span.ts';
import { historyText } from '#shared/text/history/index.ts';
import { registerCommandText } from '#shared/text/cli/register.ts';
import { asDay } from './as-day.ts';

const text = registerCommandText.list;

export interface FilterOptions {
  kind?: string;
  text?: string;
  who?: string;
  area?: HistoryFilter['area'];
  dataset?: string;
  from?: string;
  to?: string;
}

/** Options by which entries of a register are chosen. */
export const filterOptions = (command: Command): Command =>
  command
    .option('--kind <kind>', text.kind)
    .option('--text <words>', text.text)
    .option('--who <name>', text.who)
    .addOption(new Option('--area <area>', text.area).choices(Object.keys(historyText.areas)))
    .option('--dataset <name>', text.dataset)
    .option('--from <day>', text.from, asDay)
    .option('--to <day>', text.to, asDay);

/** The given choices in the contract's form. */
export const filterFrom = ({ kind, text: words, who, area, dataset, from, to }: FilterOptions): HistoryFilter => ({
  kind,
  text: words,
  actor: who,
  area,
  dataset,
  ...daySpan(from, to),
});
