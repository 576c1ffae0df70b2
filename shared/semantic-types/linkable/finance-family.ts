import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** A person's credit and accounts: known by their headers. */
export const financeFamily = headerTypes([
  { id: 'credit_score', score: true, label: 'Credit score', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'text', 'code'], headers: ['CreditScore', 'Bonität', 'score de crédit', 'puntaje crediticio', 'kredietscore'], source: 'taxonomy 6b' },
  { id: 'credit_history', label: 'Credit history', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['category', 'text', 'integer', 'decimal', 'code', 'boolean', 'long_text'], headers: ['credit_history', 'Kredithistorie', 'historique de crédit', 'historial crediticio', 'histórico de crédito'], source: 'taxonomy 6b' },
  { id: 'account_balance', label: 'Account balance', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'text', 'code'], headers: ['account_balance', 'Kontostand', 'solde', 'saldo de cuenta', 'saldo da conta', 'rekeningsaldo'], source: 'taxonomy 6b' },
  { id: 'credit_limit', label: 'Credit limit', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'text'], headers: ['credit_limit', 'Kreditlimit', 'plafond de crédit', 'límite de crédito', 'kredietlimiet'], source: 'taxonomy 6b' },
  { id: 'loan_amount', label: 'Loan amount', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'text'], headers: ['loan_amount', 'Kreditbetrag', 'montant du prêt', 'monto del préstamo', 'importo prestito', 'leenbedrag'], source: 'taxonomy 6b' },
  { id: 'loan_status', label: 'Loan status or default', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['category', 'boolean', 'text', 'integer', 'code'], headers: ['loan_status', 'Kreditstatus', 'défaut de paiement', 'estado del préstamo', 'inadimplência'], source: 'taxonomy 6b' },
  { id: 'loan_attribute', label: 'Loan detail', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'text', 'code', 'boolean'], headers: ['loan_term', 'Kreditlaufzeit', 'durée du prêt', 'tasa de interés', 'durata prestito', 'taxa de juros'], source: 'taxonomy 6b' },
  { id: 'payment_delinquency', label: 'Late payments', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'text', 'boolean', 'code'], headers: ['days_past_due', 'Zahlungsverzug', 'retard de paiement', 'morosidad', 'betalingsachterstand'], source: 'taxonomy 6b' },
  { id: 'claim_amount', label: 'Insurance claim', class: 'linkable', category: 'personal', flags: ['financial'],
    accepts: ['integer', 'decimal', 'category', 'boolean'], headers: ['claim_amount', 'Schadenhöhe', 'montant du sinistre', 'importe del siniestro', 'schadebedrag'], source: 'taxonomy 6b' },
]);
