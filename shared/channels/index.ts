import type { Channel } from './channel.ts';
import { freshdeskTickets } from './presets/freshdesk-tickets.ts';
import { ga4BigQuery } from './presets/ga4-bigquery.ts';
import { ga4Exploration } from './presets/ga4-exploration.ts';
import { ga4Report } from './presets/ga4-report.ts';
import { googleAds } from './presets/google-ads.ts';
import { googleContacts } from './presets/google-contacts.ts';
import { googleForms } from './presets/google-forms.ts';
import { hubspotContacts } from './presets/hubspot-contacts.ts';
import { intercomContacts } from './presets/intercom-contacts.ts';
import { limesurvey } from './presets/limesurvey.ts';
import { linkedinAds } from './presets/linkedin-ads.ts';
import { loadBalancerLog } from './presets/load-balancer-log.ts';
import { mailchimpAudience } from './presets/mailchimp-audience.ts';
import { matomoVisits } from './presets/matomo-visits.ts';
import { metaAds } from './presets/meta-ads.ts';
import { mixpanelRaw } from './presets/mixpanel-raw.ts';
import { outlookContacts } from './presets/outlook-contacts.ts';
import { paypalActivity } from './presets/paypal-activity.ts';
import { piwikProRaw } from './presets/piwik-pro-raw.ts';
import { pixelHits } from './presets/pixel-hits.ts';
import { qualtricsLegacy } from './presets/qualtrics-legacy.ts';
import { qualtrics } from './presets/qualtrics.ts';
import { salesforceRecords } from './presets/salesforce-records.ts';
import { shopifyCustomers } from './presets/shopify-customers.ts';
import { shopifyOrders } from './presets/shopify-orders.ts';
import { squareTransactions } from './presets/square-transactions.ts';
import { stripePayments } from './presets/stripe-payments.ts';
import { surveymonkey } from './presets/surveymonkey.ts';
import { trustpilotReviews } from './presets/trustpilot-reviews.ts';
import { typeform } from './presets/typeform.ts';
import { vcard } from './presets/vcard.ts';
import { w3cExtended } from './presets/w3c-extended.ts';
import { webServerLog } from './presets/web-server-log.ts';
import { woocommerceOrders } from './presets/woocommerce-orders.ts';
import { xAds } from './presets/x-ads.ts';
import { xPosts } from './presets/x-posts.ts';
import { zendeskTickets } from './presets/zendesk-tickets.ts';

/** The one list of collection channel presets, by channel. A preset in no line here does not exist. */
const all = [
  ga4BigQuery,
  ga4Exploration,
  ga4Report,
  mixpanelRaw,
  piwikProRaw,
  matomoVisits,
  webServerLog,
  w3cExtended,
  loadBalancerLog,
  pixelHits,
  metaAds,
  googleAds,
  linkedinAds,
  xPosts,
  xAds,
  hubspotContacts,
  mailchimpAudience,
  googleContacts,
  outlookContacts,
  vcard,
  salesforceRecords,
  surveymonkey,
  qualtrics,
  qualtricsLegacy,
  googleForms,
  typeform,
  limesurvey,
  trustpilotReviews,
  zendeskTickets,
  freshdeskTickets,
  intercomContacts,
  shopifyOrders,
  shopifyCustomers,
  woocommerceOrders,
  stripePayments,
  paypalActivity,
  squareTransactions,
] as const;

/** Every id there is. A workspace may hold others, of a later version. */
export type ChannelId = (typeof all)[number]['id'];

export const channels: readonly Channel<ChannelId>[] = all;

const byId: ReadonlyMap<string, Channel> = new Map(channels.map((channel) => [channel.id, channel]));

/** The preset of this id, or undefined (`none`, an id of a later version). */
export const channelById = (id: string): Channel | undefined => byId.get(id);
