import { TCString } from '@iabtechlabtcf/core';
import type { PolicyInForce } from '#shared/policy/index.ts';
import type { ReadEvent, UnreadReason } from './read-event.ts';

/** What a TC string has to consent to. */
export interface TcfAsked {
  /** Purposes of the framework, all of which are needed. */
  purposes: readonly number[];
  /** Id of whoever would use the data, in the Global Vendor List. */
  vendor: number;
}

/** Longer than any string of the framework: a range of vendors takes 33 bits, and there are some 1,500 of them. */
const longest = 4096;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const form = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){0,3}$/;
/** Number of the segment of disclosed vendors; the first three bits of a segment after the first. */
const disclosedVendors = 1;
const segmentOf = (text: string): number => alphabet.indexOf(text.charAt(0)) >> 3;

/**
 * What a TC string says, read by the framework's own library. A purpose or vendor without consent is refused, also a
 * vendor that was not disclosed; a string that policy holds for invalid without its segment of disclosed vendors says
 * nothing.
 * @param policyOn the policy of the day on which a string was made
 */
export function readTcf(
  value: string,
  { purposes, vendor }: TcfAsked,
  policyOn: (day: string) => PolicyInForce,
): Pick<ReadEvent, 'state' | 'at'> | { unread: UnreadReason } {
  const text = value.trim();
  if (text.length > longest || !form.test(text)) return { unread: 'malformed-tcf' };
  const segments = text.split('.').slice(1).map(segmentOf);
  let model: ReturnType<typeof TCString.decode>;
  try {
    model = TCString.decode(text);
  } catch {
    return { unread: 'malformed-tcf' };
  }
  const { version, created, lastUpdated } = model;
  if (version !== 2 || Number.isNaN(created.getTime()) || Number.isNaN(lastUpdated.getTime()))
    return { unread: 'malformed-tcf' };
  const disclosed = segments.includes(disclosedVendors);
  const madeOn = created.toISOString().slice(0, 10);
  if (!disclosed && policyOn(madeOn).value('tcf-disclosed-vendors', '*') === 1)
    return { unread: 'no-disclosed-vendors' };
  const agreed =
    purposes.every((purpose) => model.purposeConsents.has(purpose)) &&
    model.vendorConsents.has(vendor) &&
    (!disclosed || model.vendorsDisclosed.has(vendor));
  return { state: agreed ? 'given' : 'refused', at: lastUpdated.toISOString().replace('.000Z', 'Z') };
}
