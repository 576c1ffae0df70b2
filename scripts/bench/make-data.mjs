/**
 * An invented customer table of any size for the bench: 30 columns as a shop's export has them, written by DuckDB in a
 * few seconds.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const list = (words) =>
  `[${words
    .split(' ')
    .map((word) => `'${word}'`)
    .join(', ')}]`;
/** One of the words, by a hash of the row number: the same table every time. */
const pick = (words, salt) => `(${list(words)})[1 + (hash(i * 31 + ${salt}) % ${words.split(' ').length})::INTEGER]`;
const number = (below, salt) => `(hash(i * 17 + ${salt}) % ${below})::INTEGER`;
/** Between 0 and 1, skewed to small values. */
const skewed = (salt) => `pow((hash(i * 13 + ${salt}) % 1000000) / 1000000.0, 4)`;

const FIRST =
  'Anna Bruno Clara David Elena Felix Greta Hugo Irene Jonas Katja Louis Marta Nils Olivia Paul Rosa Simon Teresa ' +
  'Viktor';
const LAST =
  'Adams Becker Costa Dubois Evans Fischer Garcia Hansen Ivanov Jansen Keller Lopez Moreau Novak Olsen Perez Rossi ' +
  'Schmidt Taylor Weber';

const part = (from, length) => `substr(md5('a' || i), ${from}, ${length})`;
const UUID = [part(1, 8), part(9, 4), `'4' || ${part(14, 3)}`, `'a' || ${part(18, 3)}`, part(21, 12)].join(
  " || '-' || ",
);

/** Name of the column and its SQL, in file order. */
export const benchColumns = [
  ['customer_id', "format('C{:09d}', i)"],
  ['first_name', pick(FIRST, 1)],
  ['last_name', pick(LAST, 2)],
  ['email', `lower(${pick(FIRST, 1)} || '.' || ${pick(LAST, 2)}) || i || '@example.com'`],
  ['phone', `format('+1 {} 555 01{:02d}', 200 + ${number(700, 3)}, ${number(100, 4)})`],
  [
    'street_address',
    `(1 + ${number(400, 5)}) || ' ' || ${pick('Oak Elm Maple Cedar Lake Hill Park Main', 6)} || ' Street'`,
  ],
  ['city', pick('Springfield Riverside Fairview Georgetown Salem Madison Clinton Franklin', 7)],
  ['postal_code', `format('{:05d}', 10000 + ${number(80000, 8)})`],
  ['country', pick('Germany France Italy Spain Netherlands Austria', 9)],
  ['date_of_birth', `(DATE '1940-01-01' + ${number(24000, 10)})::VARCHAR`],
  ['gender', pick('female male female male female male non-binary', 11)],
  ['job_title', pick('Engineer Teacher Nurse Accountant Clerk Manager Driver Lawyer', 12)],
  ['annual_income', `(18000 + round(${skewed(13)} * 150000, -2))::INTEGER`],
  ['ip_address', `format('203.0.113.{}', ${number(254, 14)})`],
  ['latitude', `round(35 + ${number(100000, 15)} / 10000.0, 5)`],
  ['longitude', `round(-5 + ${number(200000, 16)} / 10000.0, 5)`],
  ['cookie_id', 'md5(i::VARCHAR)'],
  ['advertising_id', UUID],
  ['signup_date', `(DATE '2019-01-01' + ${number(2800, 18)})::VARCHAR`],
  ['consent_status', pick('granted granted granted withdrawn pending', 19)],
  ['last_login', `(TIMESTAMP '2026-01-01 00:00:00' + to_seconds(${number(26000000, 20)}))::VARCHAR`],
  ['site_visits', `(1 + ${skewed(21)} * 400)::INTEGER`],
  ['emails_opened', `(${skewed(22)} * 90)::INTEGER`],
  ['orders_count', `(${skewed(23)} * 60)::INTEGER`],
  ['total_spent', `round(${skewed(24)} * 6000, 2)`],
  ['payment_method', pick('card paypal invoice transfer', 25)],
  ['favourite_category', pick('Books Fashion Garden Games Sports Electronics', 26)],
  [
    'last_search_term',
    `${pick('red blue wireless large small used', 27)} || ' ' || ${pick('lamp shoes laptop tent jacket desk', 28)}`,
  ],
  ['satisfaction_score', `1 + ${number(5, 29)}`],
  [
    'feedback',
    `CASE WHEN ${number(10, 30)} < 3 THEN ${pick('Fine Great Slow Broken Perfect', 31)} || ', the parcel came on ' ` +
      `|| ${pick('Monday Tuesday Friday', 32)} || '.' ELSE '' END`,
  ],
];

/** A long, narrow table: what visitors of a shop did, 134 bytes a row. */
const eventColumns = [
  ['event_id', "format('e{:011d}', i)"],
  ['occurred_at', `(TIMESTAMP '2026-01-01 00:00:00' + to_seconds(${number(26000000, 40)}))::VARCHAR`],
  ['visitor_id', `substr(md5('v' || ${number(400000, 41)}), 1, 16)`],
  ['session_id', "substr(md5('s' || (i // 4)), 1, 16)"],
  ['event_name', pick('page_view page_view page_view add_to_cart purchase search', 42)],
  ['page', `'/' || ${pick('shop help blog account', 43)} || '/' || ${number(9000, 44)}`],
  ['country', pick('DE FR IT ES NL AT', 45)],
  ['device', pick('mobile mobile desktop tablet', 46)],
  ['ip_address', `format('198.51.{}.{}', ${number(100, 47)}, ${number(254, 48)})`],
  ['amount', `round(${skewed(49)} * 900, 2)`],
  ['consent', pick('granted granted denied', 50)],
];

async function write(path, rows, columns) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ');
  await connection.run(
    `COPY (SELECT ${list} FROM range(1, ${rows + 1}) AS t(i)) TO '${path.replaceAll("'", "''")}' (FORMAT csv, ` +
      'HEADER true)',
  );
  connection.closeSync();
  instance.closeSync();
}

/** Writes `rows` rows of the customer table as CSV to `path`. */
export const makeData = (path, rows) => write(path, rows, benchColumns);

/** Writes `rows` rows of the table of events as CSV to `path`. */
export const makeEvents = (path, rows) => write(path, rows, eventColumns);
