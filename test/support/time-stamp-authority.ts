import { createHash } from 'node:crypto';
import { Integer, Null, ObjectIdentifier, OctetString, Sequence, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const keys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const sha256 = (bytes: ArrayBuffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(new Uint8Array(bytes)).digest());
const sha256Algorithm = () =>
  new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1', algorithmParams: new Null() });

interface Issued {
  certificate: Certificate;
  key: CryptoKey;
}

const day = 86_400_000;
let serials = 1;

async function issue(
  name: string,
  issuer: Issued | null,
  {
    usage,
    critical = true,
    from = -day,
    to = 365 * day,
  }: { usage?: string; critical?: boolean; from?: number; to?: number },
): Promise<Issued> {
  const pair = await keys();
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: (serials += 1) }) });
  const named = new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) });
  certificate.subject.typesAndValues.push(named);
  certificate.issuer = issuer === null ? certificate.subject : issuer.certificate.subject;
  certificate.notBefore.value = new Date(Date.now() + from);
  certificate.notAfter.value = new Date(Date.now() + to);
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  const constraints = new BasicConstraints({ cA: issuer === null }).toSchema().toBER();
  certificate.extensions = [new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints })];
  if (usage !== undefined)
    certificate.extensions.push(
      new Extension({
        extnID: '2.5.29.37',
        critical,
        extnValue: new ExtKeyUsage({ keyPurposes: [usage] }).toSchema().toBER(),
      }),
    );
  await certificate.sign(issuer?.key ?? pair.privateKey, 'SHA-256');
  // What it is after it was written and read, with its extensions parsed.
  return { certificate: Certificate.fromBER(certificate.toSchema().toBER()), key: pair.privateKey };
}

/** What an answer may be told to be otherwise. */
export interface Otherwise {
  at?: Date;
  /** PKIStatus; 2 refuses. */
  status?: number;
  /** Bytes in the place of the nonce that was asked for; null: none. */
  nonce?: Uint8Array<ArrayBuffer> | null;
  /** A hash in the place of the one that was asked for. */
  imprint?: Uint8Array<ArrayBuffer>;
  /** Leaves the certificate out. */
  bare?: boolean;
  /** Names another certificate as the one that it was signed with. */
  bound?: Certificate;
}

/** The TSTInfo of an answer. */
function infoOf(request: TimeStampReq, { at = new Date(), nonce, imprint }: Otherwise): ArrayBuffer {
  const asked = request.messageImprint.hashedMessage.valueBlock.valueHexView;
  const repeated = nonce === undefined ? request.nonce : nonce === null ? undefined : new Integer({ valueHex: nonce });
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256Algorithm(),
      hashedMessage: new OctetString({ valueHex: imprint ?? new Uint8Array(asked) }),
    }),
    serialNumber: new Integer({ value: (serials += 1) }),
    genTime: at,
    ...(repeated === undefined ? {} : { nonce: repeated }),
  });
  return info.toSchema().toBER();
}

/** An authority for time stamps (RFC 3161) that a test makes by itself, with a root of its own. */
export async function timeStampAuthority(
  options: { usage?: string; critical?: boolean; from?: number; to?: number } = {},
): Promise<{
  root: Buffer;
  certificate: Certificate;
  answer(request: Uint8Array, otherwise?: Otherwise): Promise<Buffer>;
}> {
  const root = await issue('Root of a test', null, {});
  const { certificate, key } = await issue('Stamps of a test', root, { usage: '1.3.6.1.5.5.7.3.8', ...options });
  const token = async (content: ArrayBuffer, { bare = false, bound = certificate }: Otherwise): Promise<SignedData> => {
    const hash = sha256(bound.toSchema().toBER());
    const attributes = [
      new Attribute({
        type: '1.2.840.113549.1.9.3',
        values: [new ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
      }),
      new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: sha256(content) })] }),
      new Attribute({
        type: '1.2.840.113549.1.9.16.2.47',
        values: [
          new Sequence({
            value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: hash })] })] })],
          }),
        ],
      }),
    ];
    const signed = new SignedData({
      version: 3,
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: '1.2.840.113549.1.9.16.1.4',
        eContent: new OctetString({ valueHex: content }),
      }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        }),
      ],
      certificates: bare ? [] : [certificate],
    });
    await signed.sign(key, 0, 'SHA-256');
    return signed;
  };
  return {
    root: Buffer.from(root.certificate.toSchema().toBER()),
    certificate,
    async answer(request, otherwise = {}) {
      const asked = TimeStampReq.fromBER(new Uint8Array(request));
      const signed = await token(infoOf(asked, otherwise), otherwise);
      const { status = 0 } = otherwise;
      const answer = new TimeStampResp({
        status: new PKIStatusInfo({ status }),
        ...(status > 1
          ? {}
          : {
              timeStampToken: new ContentInfo({
                contentType: '1.2.840.113549.1.7.2',
                content: signed.toSchema(true),
              }),
            }),
      });
      return Buffer.from(answer.toSchema().toBER());
    },
  };
}
