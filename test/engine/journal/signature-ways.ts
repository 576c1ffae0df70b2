import type { Database } from 'better-sqlite3';

/**
 * Ways to tamper with the signatures beside a log of nine entries: the fifth and sixth register two operators, of whom
 * the first wrote up to the eighth and the second the ninth. And where each is found (`<entry> <kind>`).
 */
export const signatureWays: [way: string, work: (db: Database) => void, found: string[]][] = [
  ['one removed', (db) => db.exec('DELETE FROM log_signature WHERE seq = 7'), ['7 signature-missing']],
  [
    'one over another entry',
    (db) =>
      db.exec('UPDATE log_signature SET signature = (SELECT signature FROM log_signature WHERE seq = 8) WHERE seq = 7'),
    ['7 signature-wrong'],
  ],
  [
    'one by the other operator’s key',
    (db) =>
      db.exec(
        'UPDATE log_signature SET public_key = (SELECT public_key FROM log_signature WHERE seq = 9) WHERE seq = 7',
      ),
    ['7 signature-foreign'],
  ],
  [
    'one that is no text',
    (db) => db.exec(`DROP TABLE log_signature; CREATE TABLE log_signature (seq, public_key, signature)`),
    [5, 6, 7, 8, 9].map((seq) => `${seq} signature-missing`),
  ],
  [
    'the table gone',
    (db) => db.exec('DROP TABLE log_signature'),
    [5, 6, 7, 8, 9].map((seq) => `${seq} signature-missing`),
  ],
  [
    'one cut short',
    (db) => db.exec('UPDATE log_signature SET signature = substr(signature, 2) WHERE seq = 6'),
    ['6 signature-wrong'],
  ],
];
