/**
 * The recipe that the bench for ways of anonymising runs on the sample: bands over all columns a purpose may want,
 * nobody left out. What comes out has 33 columns.
 */
const step = (op, settings) => ({ op, version: 1, settings, reason: 'for the bench', enabled: true });
const bins = (column, ...edges) =>
  step('numeric-bins', { columns: [column], mode: 'edges', edges, whole: false, decimalMark: '.' });

const dropped =
  'customer_id full_name email phone street_address national_id passport_number drivers_licence card_number login ' +
  'password_hash age_group ethnicity job_title device_type consent_status consent_date ip_address device_id cookie_id ' +
  'advertising_id latitude longitude last_search_term purchase_motivation feedback last_page_viewed';
const months = ['cookie_first_seen', 'advertising_id_first_seen', 'signup_date', 'last_order_date', 'last_login'];

export const bandedRecipe = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-01',
  target: { k: 1, suppression: 1 },
  steps: [
    step('drop-columns', { columns: dropped.split(' ') }),
    step('age-bands', {
      columns: ['date_of_birth'],
      from: 'date-of-birth',
      dateFormat: 'iso',
      edges: [18, 25, 35, 45, 55, 65, 75],
    }),
    step('truncate-date', { columns: months, dateFormat: 'iso', to: 'month' }),
    step('zip-prefix', { columns: ['postal_code'], length: 2 }),
    bins('annual_income', 15_000, 20_000, 25_000, 30_000, 35_000, 40_000, 50_000, 60_000, 80_000),
    bins('site_visits', 6, 10, 15, 20, 30, 50, 100),
    bins('emails_opened', 3, 5, 10, 15, 30, 60),
    bins('email_clicks', 1, 2, 3, 5, 10),
    bins('social_shares', 1, 2, 5),
    bins('ad_clicks', 1, 2, 3, 5, 10),
    bins('orders_count', 1, 2, 3, 5, 10),
    bins('total_spent', 1, 50, 100, 200, 500, 1000),
    bins('app_usage_days', 1, 5, 10, 20),
    bins('session_minutes', 2, 4, 6, 8, 12, 20),
    bins('days_since_last_visit', 5, 10, 20, 30, 60, 90, 180),
  ],
};
