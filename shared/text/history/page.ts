import { count, counted } from '../numbers.ts';

const entries = (many: number): string => counted(many, 'entry', 'entries');

/** The history as a page to print. */
export const historyPageText = {
  title: (workspace: string) => `History of ${workspace}`,
  made: (organisation: string, at: string) =>
    `${organisation === '' ? '' : `${organisation} · `}printed from the register by Custos, ${at}`,
  shown: (many: number, of: number) =>
    many === of ? `All ${entries(of)}, newest first` : `${count(many)} of ${entries(of)}, newest first`,
  choices: {
    text: 'Words',
    actor: 'Who',
    area: 'Area',
    dataset: 'Dataset',
    kind: 'Kind',
    since: 'From',
    before: 'Before',
  },
  heads: ['No.', 'When', 'Who', 'What happened', 'Hash'],
  none: 'No entry fits what was chosen.',
  proof: 'Proof',
  holds: (of: number) =>
    `The register verified when this was printed: each hash of its ${entries(of)}, their order and the signed head.`,
  broken: (problems: readonly string[]) =>
    `THE REGISTER DOES NOT VERIFY. Do not rely on this page. ${problems.slice(0, 3).join(' ')}`,
  head: { size: 'Entries under the signed head', root: 'Root hash', at: 'Signed' },
  noHead: 'The register has no signed head.',
  foot: (digits: number) =>
    `The register itself, not this page, is the proof: “custos register verify” checks it. Hashes are cut to their ` +
    `first ${digits} digits here; times are those of the machine that printed this.`,
  tooLong: (many: number, most: number) =>
    `A PDF takes at most ${entries(most)}, and these are ${count(many)}. Choose fewer of them, or save them as HTML ` +
    'or CSV.',
  written: (many: number, file: string) => `${entries(many)} written to ${file}`,
};
