import type { Channel } from './channel.ts';
import { ga4Exploration } from './presets/ga4-exploration.ts';
import { googleAds } from './presets/google-ads.ts';
import { shopifyOrders } from './presets/shopify-orders.ts';
import { surveymonkey } from './presets/surveymonkey.ts';

/** The one list of collection channel presets. A preset in no line here does not exist. */
export const channels: readonly Channel[] = [ga4Exploration, googleAds, shopifyOrders, surveymonkey];

const byId: ReadonlyMap<string, Channel> = new Map(channels.map((channel) => [channel.id, channel]));

/** The preset of this id, or undefined (`none`, an id of a later version). */
export const channelById = (id: string): Channel | undefined => byId.get(id);
