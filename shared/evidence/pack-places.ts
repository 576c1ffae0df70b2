/** Where things lie in an evidence pack (accountability.md d); an authority finds them by the numbers. */
export const packPlaces = {
  readme: '00_README',
  register: '01_register',
  organisation: '02_organisation',
  principles: '03_principles_matrix',
  legalBasis: '04_legal_basis',
  transparency: '05_transparency',
  impact: '06_dpia',
  retention: '07_retention',
  security: '08_security',
  releases: '09_recipients_transfers/releases',
  ethics: '13_ethics_bias',
  inventory: '14_data_inventory',
  log: '15_log/audit.jsonl',
  checkpoint: '15_log/checkpoint.txt',
  publicKey: '15_log/public_key.txt',
  verifier: '15_log',
} as const;
