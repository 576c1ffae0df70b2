/**
 * What the shop observed: D3 (online identifiers), D4 (engagement), D5 (behaviour), D7 (tracking parameters), and what
 * was agreed to.
 */
import { REFERENCE_DATE } from './person.mjs';
import { addDays, daysBetween } from './dates.mjs';

const CATEGORIES = {
  young: [
    ['Electronics', 30],
    ['Fashion', 32],
    ['Games', 24],
    ['Sports', 14],
  ],
  adult: [
    ['Electronics', 20],
    ['Fashion', 20],
    ['Home & garden', 24],
    ['Sports', 14],
    ['Baby & kids', 14],
    ['Books', 8],
  ],
  old: [
    ['Home & garden', 38],
    ['Books', 26],
    ['Health', 22],
    ['Fashion', 14],
  ],
};
const SEARCHES = {
  Electronics: ['wireless headphones', 'laptop 14 inch', 'phone case', 'usb-c hub'],
  Fashion: ['rain jacket', 'running shoes', 'linen shirt', 'leather belt'],
  Games: ['board game 2 players', 'controller', 'puzzle 1000'],
  Sports: ['yoga mat', 'bike lights', 'tent 2 person'],
  'Home & garden': ['garden hose', 'desk lamp', 'coffee grinder', 'bed linen'],
  'Baby & kids': ['stroller', 'baby carrier', 'school bag'],
  Books: ['crime novel', 'cook book', 'travel guide'],
  Health: ['blood pressure monitor', 'heating pad', 'reading glasses'],
};
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Documentation addresses only: RFC 5737 and RFC 3849. */
function address(chance) {
  if (chance.chance(0.15))
    return `2001:db8:${chance.hex(4)}:${chance.hex(4)}::${chance.hex(3)}`.replace(/:0+(?=[0-9a-f])/g, ':');
  return `${chance.pick(['192.0.2', '198.51.100', '203.0.113'])}.${chance.whole(1, 254)}`;
}

function consent(person, signup, chance) {
  const status = chance.weighted([
    ['granted', 68],
    ['withdrawn', 11],
    ['pending', 8],
    ['', 13],
  ]);
  if (status === '') return { consent_status: '', consent_date: '' };
  // Most were asked at sign-up and never again: that is what makes so many of them stale.
  const date = chance.chance(0.6) ? signup : addDays(signup, chance.whole(0, daysBetween(signup, REFERENCE_DATE)));
  return { consent_status: status, consent_date: date };
}

/** How long somebody has been a customer, and what they did and spent in that time. */
function customerLife(person, chance) {
  const keen = chance.skewed(1, 0.7);
  const signup = addDays(REFERENCE_DATE, -Math.min(Math.round(chance.skewed(620, 0.75)), 2_860));
  const age = daysBetween(signup, REFERENCE_DATE);
  const away = Math.min(age, Math.round(chance.skewed(24 / keen, 1.1)));
  const visits = Math.max(1, Math.round((age / 30) * keen * 0.9));
  const orders = Math.round(visits * chance.real() * 0.16);
  const basket = chance.skewed(34 + Math.sqrt(person.income) / 6, 0.5);
  return { keen, signup, age, away, visits, orders, spent: Math.round(orders * basket * 100) / 100 };
}

function interests(person, chance) {
  const category = chance.weighted(
    person.age < 25 ? CATEGORIES.young : person.age > 62 ? CATEGORIES.old : CATEGORIES.adult,
  );
  return { category, search: chance.pick(SEARCHES[category]) };
}

function mailsOpened({ age, keen }, chance) {
  const mailed = Math.round(age / 14);
  return Math.min(mailed, Math.round(mailed * chance.real() * 0.6 * Math.min(keen, 1.6)));
}

function devices(person, { age }, chance) {
  const type = chance.weighted([
    ['mobile', 62 - person.age / 3],
    ['desktop', 30 + person.age / 4],
    ['tablet', 9],
  ]);
  const cookieSeen = addDays(REFERENCE_DATE, -Math.min(age, Math.round(chance.skewed(55, 0.9))));
  const adSeen = addDays(REFERENCE_DATE, -Math.min(age, Math.round(chance.skewed(100, 0.9))));
  return { type, cookieSeen, adSeen, phoneUser: type !== 'desktop' && chance.chance(0.8) };
}

const timeOfDay = (chance) =>
  [chance.whole(6, 23), chance.whole(0, 59), chance.whole(0, 59)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** D3: online identifiers. */
const identifiers = (person, { type, cookieSeen, adSeen, phoneUser }, chance) => ({
  ip_address: address(chance),
  latitude: (person.place.latitude + chance.normal() * 0.03).toFixed(5),
  longitude: (person.place.longitude + chance.normal() * 0.03).toFixed(5),
  device_type: type,
  device_id: phoneUser ? chance.hex(16) : '',
  cookie_id:
    `GA1.2.${chance.whole(10_000_000, 2_147_483_647)}.` +
    `${Math.round(Date.parse(cookieSeen) / 1000) + chance.whole(0, 86_399)}`,
  cookie_first_seen: cookieSeen,
  advertising_id: phoneUser ? chance.uuid() : '',
  advertising_id_first_seen: phoneUser ? adSeen : '',
});

/** How they came, and what they agreed to. */
const arrival = (person, signup, chance) => ({
  signup_date: signup,
  signup_channel: chance.weighted([
    ['website', 46],
    ['social media', 17],
    ['contact form', 12],
    ['store', 14],
    ['referral', 11],
  ]),
  ...consent(person, signup, chance),
});

/** D4 and D7: engagement, and the tracking parameters it came with. */
const engagement = ({ visits, keen }, opened, category, chance) => ({
  site_visits: visits,
  emails_opened: opened,
  email_clicks: Math.round(opened * chance.real() * 0.4),
  social_shares: chance.chance(0.7) ? 0 : Math.round(chance.skewed(2, 0.8)),
  support_tickets: chance.chance(0.72) ? 0 : chance.whole(1, 4),
  ad_clicks: Math.round(chance.skewed(1.2, 0.9) * keen),
  ad_shown: chance.chance(0.55)
    ? `${slug(category)}-${chance.pick(['spring', 'summer', 'autumn', 'black-friday'])}-2026`
    : '',
  utm_source: chance.weighted([
    ['google', 40],
    ['newsletter', 22],
    ['instagram', 14],
    ['direct', 24],
  ]),
});

/** D5: what was bought. */
const purchases = ({ orders, spent, age, away }, category, chance) => ({
  orders_count: orders,
  total_spent: spent.toFixed(2),
  last_order_date: orders === 0 ? '' : addDays(REFERENCE_DATE, -Math.min(age, away + chance.whole(0, 120))),
  payment_method:
    orders === 0
      ? ''
      : chance.weighted([
          ['credit card', 48],
          ['paypal', 26],
          ['invoice', 16],
          ['direct debit', 10],
        ]),
  favourite_category: category,
  loyalty_segment: spent > 1500 ? 'gold' : spent > 400 ? 'silver' : orders > 0 ? 'bronze' : 'none',
});

/** D5: what was looked at, and when last. */
const visits = ({ orders, keen, away }, { category, search }, phoneUser, time, chance) => ({
  app_usage_days: phoneUser ? Math.min(30, Math.round(chance.skewed(4, 0.8) * keen)) : 0,
  last_search_term: chance.chance(0.8) ? search : '',
  last_page_viewed: `/${slug(category)}/${slug(search)}`,
  last_action: chance.weighted([
    ['view', 46],
    ['add_to_cart', 20],
    ['favourite', 14],
    ['purchase', orders > 0 ? 20 : 1],
  ]),
  session_minutes: Math.max(0.1, chance.skewed(5.5, 0.8)).toFixed(1),
  last_login: `${addDays(REFERENCE_DATE, -Math.max(1, away))}T${time}Z`,
  days_since_last_visit: Math.max(1, away),
});

/** Each draw takes the next chance: another order of these lines is another sample. */
export function makeTracking(person, chance) {
  const life = customerLife(person, chance);
  const interest = interests(person, chance);
  const opened = mailsOpened(life, chance);
  const device = devices(person, life, chance);
  const time = timeOfDay(chance);
  return {
    orders: life.orders,
    spent: life.spent,
    keen: life.keen,
    cells: {
      ...identifiers(person, device, chance),
      ...arrival(person, life.signup, chance),
      ...engagement(life, opened, interest.category, chance),
      ...purchases(life, interest.category, chance),
      ...visits(life, interest, device.phoneUser, time, chance),
    },
  };
}
