import { Certificate, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { hexOf, numberHex, wholeDer } from './der.ts';
import { sha256Oid, signedDataOid, stampContentOid } from './oids.ts';

/** What a stamp says, and nothing about whether it is right. */
export interface Stamp {
  /** SHA-256 (hex) that was stamped. */
  imprint: string;
  /** Hex, without leading zeros; null where there is none. */
  nonce: string | null;
  /** When, as the authority says it. */
  at: Date;
  /** Number of the stamp, hex. */
  serial: string;
  /** Object identifier of the rules that it was made under. */
  policy: string;
  signed: SignedData;
}

export type UnreadableStamp = 'not-stamp' | 'rejected' | 'other-hash';

/** PKIStatus: granted, and granted with changes. */
const granted: readonly number[] = [0, 1];

/**
 * Reads an authority's answer (RFC 3161 TimeStampResp, DER) from anywhere.
 * @returns why it cannot be read: it is none or was cut short, the authority refused, it is about another hash than SHA-256
 */
export function readStamp(bytes: Uint8Array): Stamp | UnreadableStamp {
  try {
    const answer = TimeStampResp.fromBER(wholeDer(bytes));
    if (!granted.includes(answer.status.status)) return 'rejected';
    const token = answer.timeStampToken;
    if (token?.contentType !== signedDataOid) return 'not-stamp';
    const signed = new SignedData({ schema: token.content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== stampContentOid || eContent === undefined) return 'not-stamp';
    const info = TSTInfo.fromBER(eContent.getValue());
    if (info.messageImprint.hashAlgorithm.algorithmId !== sha256Oid) return 'other-hash';
    if (Number.isNaN(info.genTime.getTime())) return 'not-stamp';
    return {
      imprint: hexOf(info.messageImprint.hashedMessage.valueBlock.valueHexView),
      nonce: info.nonce === undefined ? null : numberHex(info.nonce),
      at: info.genTime,
      serial: numberHex(info.serialNumber),
      policy: info.policy,
      signed,
    };
  } catch {
    return 'not-stamp';
  }
}

/** Certificates that a stamp brings along. */
export const certificatesIn = ({ signed }: Stamp): Certificate[] =>
  (signed.certificates ?? []).filter((one) => one instanceof Certificate);
