import type { Command } from 'commander';
import { optionsText } from '#shared/text/cli/options.ts';

let named: string | undefined;

/**
 * Gives every command that opens a workspace the option `--operator`: who works with it is one question, whatever the
 * command. A command that means something else by it keeps its own.
 */
export function addOperatorOption(command: Command): void {
  command.hook('preAction', () => {
    named = undefined;
  });
  const has = (flag: string): boolean => command.options.some(({ long }) => long === flag);
  if (!has('--workspace') || !has('--passphrase-file') || has('--operator')) return;
  command.option('--operator <name>', optionsText.operator);
  command.hook('preAction', () => {
    named = command.opts<{ operator?: string }>().operator;
  });
}

/** Who works with the workspace, by `--operator` or CUSTOS_OPERATOR; undefined where nobody says so. */
export const chosenOperator = (): string | undefined => named ?? (process.env.CUSTOS_OPERATOR || undefined);
