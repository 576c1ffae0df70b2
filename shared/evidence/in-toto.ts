import { canonicalJson } from '#shared/journal/canonical-json.ts';
import type { Certificate } from '#shared/certificate/certificate.ts';

/** Names what the statement says, and its version; the predicate is the certificate without its own signature. */
export const certificatePredicate = 'urn:custos:release-certificate:2';
const statementType = 'https://in-toto.io/Statement/v1';
const payloadType = 'application/vnd.in-toto+json';

/** DSSE 1.0: a payload in base64 and who signed it. */
export interface Envelope {
  payloadType: string;
  payload: string;
  signatures: { keyid: string; sig: string }[];
}

/**
 * A certificate as an in-toto Statement v1: about the written file, known by its SHA-256.
 * @returns one line of canonical JSON
 */
export function certificateStatement(made: Certificate): string {
  const { signature: _signature, ...predicate } = made;
  return canonicalJson({
    _type: statementType,
    subject: [{ name: made.output.name, digest: { sha256: made.output.sha256 } }],
    predicateType: certificatePredicate,
    predicate,
  });
}

/** Bytes of a text in UTF-8. */
const utf8Bytes = (text: string): number => encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, '.').length;

/** DSSE v1 pre-authentication encoding, of which the signature is made: lengths are of UTF-8 bytes. */
export const preAuthentication = (type: string, payload: string): string =>
  `DSSEv1 ${utf8Bytes(type)} ${type} ${utf8Bytes(payload)} ${payload}`;

/**
 * The statement in a DSSE envelope.
 * @param base64 of UTF-8 text
 * @param sign Ed25519 over the UTF-8 bytes of a text; the signature in base64
 */
export function envelope(
  payload: string,
  base64: (text: string) => string,
  sign: (text: string) => { signature: string; keyId: string },
): Envelope {
  const { signature, keyId } = sign(preAuthentication(payloadType, payload));
  return { payloadType, payload: base64(payload), signatures: [{ keyid: keyId, sig: signature }] };
}
