import { counted } from '../numbers.ts';

/** `custos register stamp-request` and `stamp`: time stamps of heads (RFC 3161), carried by hand. */
export const registerStampsText = {
  request: {
    description: 'a request (RFC 3161) to a time-stamp authority for the newest signed head, to be sent by hand',
    file: 'where the request goes (.tsq)',
    head: 'a signed head that was kept, instead of the newest',
    force: 'replace the file if it is there',
    examples: [
      'custos register stamp-request acme.tsq --workspace Acme.custos',
      'custos register stamp-request october.tsq --head acme-2026-10-31.head --workspace Acme.custos',
    ],
    written: (file: string, size: number): string[] => [
      `Written: ${file}, for the head of ${counted(size, 'entry', 'entries')}. It holds a hash and a number, nothing else.`,
      'Carry it to a machine with a network and send it to a time-stamp authority that you trust (RFC 3161; a qualified one ' +
        'under eIDAS where a court shall go by it), by its web form or “curl --data-binary”. Custos itself sends nothing.',
      'Keep the request. Bring the answer (.tsr) back and take it in with “custos register stamp”: it is checked here, offline.',
      'A stamp then proves that this head, and so every entry under it, was there at that time. It does not prove that what ' +
        'the entries say is true, nor who made them, and it says nothing of entries that came later.',
    ],
  },
  stamp: {
    description: 'take an authority’s answer in: checked, kept in the workspace and entered in the register',
    file: 'the answer (.tsr)',
    request: 'the request that it answers (.tsq)',
    root: 'certificate (PEM or DER) of an authority that you trust: the stamp must lead to it',
    examples: ['custos register stamp acme.tsr --request acme.tsq --workspace Acme.custos --root authority.pem'],
    added: ({ size, at, authority, entry }: { size: number; at: string; authority: string; entry: number }) =>
      `${authority} stamped the head of ${counted(size, 'entry', 'entries')}: it was there ${at}. In the register as ` +
      `entry ${entry}.`,
    trusted: 'The stamp leads to the certificate that you trust.',
    undecided:
      'The signature fits the certificate in the stamp. Whether that authority is to be trusted was not decided: name a ' +
      'certificate that you trust with --root.',
  },
};
