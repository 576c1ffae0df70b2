import { Constructed, fromBER, type BaseBlock, type Integer } from 'asn1js';

/** The bytes of one value, and nothing after it. @throws RangeError where they are less or more */
export function wholeDer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  if (fromBER(copy).offset !== copy.length) throw new RangeError('These bytes are not one DER value.');
  return copy;
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A whole number as hex without leading zeros: the same number is the same text, however it was written. */
export const numberHex = (number: Integer): string =>
  hexOf(number.valueBlock.valueHexView).replace(/^(?:00)+(?=..)/, '');

/** A part of what is made of parts. */
export const partOf = (block: BaseBlock | undefined, at: number): BaseBlock | undefined =>
  block instanceof Constructed ? block.valueBlock.value[at] : undefined;
