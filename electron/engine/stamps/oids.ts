/** Object identifiers that time stamps name (RFC 3161, 5280, 5652, 5816). */
export const sha256Oid = '2.16.840.1.101.3.4.2.1';
/** The content of a token: TSTInfo. */
export const stampContentOid = '1.2.840.113549.1.9.16.1.4';
export const signedDataOid = '1.2.840.113549.1.7.2';
export const contentTypeOid = '1.2.840.113549.1.9.3';
/** The certificate that a signature binds itself to: ESSCertID by SHA-1, and ESSCertIDv2. */
export const signingCertificateOid = '1.2.840.113549.1.9.16.2.12';
export const signingCertificateV2Oid = '1.2.840.113549.1.9.16.2.47';
export const extendedKeyUsageOid = '2.5.29.37';
/** The purpose that a certificate for time stamps has, and no other. */
export const timeStampingOid = '1.3.6.1.5.5.7.3.8';
