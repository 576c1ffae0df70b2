import { numbered } from '../numbers.ts';

/** `custos decide`. */
export const decideText = {
  description: "record a person's decision on columns of an imported dataset",
  file: 'the imported file, or the name or id of the dataset',
  acceptAll: 'accept every suggestion that is still open',
  column: 'the column to decide on',
  type: 'its type; the class follows from it',
  reason: 'why: kept in the register',
  examples: [
    'custos decide customers.csv --workspace Acme.custos --column ref --type customer_id --reason "our CRM number"',
  ],
  reasonMissing: 'Say why the column is of that type: --reason TEXT. The register keeps it.',
  nothingToDecide: 'Say what to decide: --accept-all, or --column NAME with --type TYPE and --reason TEXT.',
  recorded: (decisions: number, open: number, columns: number) =>
    `${numbered(decisions, 'decision')} recorded; ${open} of ${numbered(columns, 'column')} ` +
    `${open === 1 ? 'is' : 'are'} still open.`,
};
