import { Certificate } from 'pkijs';

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** Certificates in a file that somebody names as trusted: PEM, or one as DER; null where there is none. */
export function readCertificates(bytes: Buffer): Certificate[] | null {
  const pem = [...bytes.toString('latin1').matchAll(block)].map(([, body]) => Buffer.from(body!, 'base64'));
  try {
    return (pem.length === 0 ? [bytes] : pem).map((der) => Certificate.fromBER(new Uint8Array(der)));
  } catch {
    return null;
  }
}
