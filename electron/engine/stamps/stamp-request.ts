import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { sha256Oid } from './oids.ts';
import { hexOf, numberHex, wholeDer } from './der.ts';

/** What a request asks to be stamped: the SHA-256 of a text, and a number that the answer has to repeat. */
export interface StampRequest {
  /** Hex. */
  imprint: string;
  /** Hex, without leading zeros; null where it asks for none. */
  nonce: string | null;
}

/** Bytes of a nonce: as many as RFC 3161 asks for and more, never to be met again. */
export const nonceBytes = 16;

/**
 * A TimeStampReq (RFC 3161 2.4.1, DER) for a SHA-256; it asks for the authority's certificate.
 * @param imprint 32 bytes
 * @param nonce `nonceBytes` by chance
 */
export function writeStampRequest(imprint: Uint8Array, nonce: Uint8Array): Buffer {
  // A whole number above zero, in the one way that DER writes it: the first byte neither zero nor negative.
  const number = Uint8Array.from(nonce);
  number[0] = (number[0]! & 0x3f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: imprint }),
    }),
    nonce: new Integer({ valueHex: number }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER());
}

/** Reads a request, whoever made it; null for what is none, or asks for another hash than SHA-256. */
export function readStampRequest(bytes: Uint8Array): StampRequest | null {
  try {
    const { messageImprint, nonce } = TimeStampReq.fromBER(wholeDer(bytes));
    if (messageImprint.hashAlgorithm.algorithmId !== sha256Oid) return null;
    return {
      imprint: hexOf(messageImprint.hashedMessage.valueBlock.valueHexView),
      nonce: nonce === undefined ? null : numberHex(nonce),
    };
  } catch {
    return null;
  }
}
