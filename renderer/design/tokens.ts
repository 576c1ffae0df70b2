/**
 * The one source of colour. Each token has a value for light and dark; `theme.ts` publishes them as CSS variables
 * `--cx-<name>`. Pairs of text and ground are chosen for a contrast of at least 4.5 : 1 (checked in tokens.test.ts).
 */
export interface Token {
  light: string;
  dark: string;
}

export const tokens = {
  // Grounds, from the frame (lowest) to what floats above the work (highest).
  'ground-frame': { light: '#f4f5f8', dark: '#13161b' },
  'ground-work': { light: '#ffffff', dark: '#1a1e24' },
  'ground-raised': { light: '#ffffff', dark: '#22272f' },
  'ground-sunken': { light: '#f8f9fb', dark: '#161a1f' },
  'ground-hover': { light: '#eceff4', dark: '#272d36' },
  'ground-selected': { light: '#e4ecfd', dark: '#1f3158' },
  line: { light: '#dde2e9', dark: '#2d343e' },
  'line-strong': { light: '#747f8e', dark: '#7a8798' },
  text: { light: '#18202b', dark: '#e5e9ef' },
  'text-soft': { light: '#4c5868', dark: '#a9b4c2' },
  accent: { light: '#254ab0', dark: '#9dbbff' },
  focus: { light: '#2d57cc', dark: '#7fa6ff' },

  // Classes: letter and word always go with the colour.
  'linked-text': { light: '#a01b16', dark: '#ff9f98' },
  'linked-ground': { light: '#fdebe9', dark: '#43191a' },
  'linked-mark': { light: '#c92a2a', dark: '#f0645c' },
  'linkable-text': { light: '#744600', dark: '#f2c166' },
  'linkable-ground': { light: '#fdf0d5', dark: '#3a2a0c' },
  'linkable-mark': { light: '#a86a00', dark: '#dda032' },
  'online-text': { light: '#5a28ae', dark: '#c7b0ff' },
  'online-ground': { light: '#f0e9fd', dark: '#2e2350' },
  'online-mark': { light: '#7443cf', dark: '#9a78ee' },
  'non-text': { light: '#414c5b', dark: '#b9c3d0' },
  'non-ground': { light: '#e9edf2', dark: '#2b323c' },
  'non-mark': { light: '#66727f', dark: '#7f8b9a' },

  // Verdicts.
  'pass-text': { light: '#17613a', dark: '#80d8a4' },
  'pass-ground': { light: '#e2f5e9', dark: '#15331f' },
  'warn-text': { light: '#744600', dark: '#f2c166' },
  'warn-ground': { light: '#fdf0d5', dark: '#3a2a0c' },
  'block-text': { light: '#a01b16', dark: '#ff9f98' },
  'block-ground': { light: '#fdebe9', dark: '#43191a' },

  // Marks of charts.
  'chart-mark': { light: '#3f68d4', dark: '#6d94f2' },
  'chart-line': { light: '#dde2e9', dark: '#2d343e' },
} as const satisfies Record<string, Token>;

export type TokenName = keyof typeof tokens;

const names = Object.keys(tokens) as TokenName[];
const plainGrounds = names.filter((name) => name.startsWith('ground-'));

/** Pairs that carry text: [text, ground]. A coloured text stands on its own ground, and on every plain one. */
export const textPairs: [TokenName, TokenName][] = names
  .filter((name) => name === 'text' || name === 'text-soft' || name === 'accent' || name.endsWith('-text'))
  .flatMap((text) => {
    const own = `${text.slice(0, -'-text'.length)}-ground`;
    return [...plainGrounds, ...names.filter((name) => name === own)].map((ground): [TokenName, TokenName] => [
      text,
      ground,
    ]);
  });

/** Lines and fills that say something: borders of controls, the focus, bars and marks. */
const graphics: readonly TokenName[] = ['line-strong', 'focus', ...names.filter((name) => name.endsWith('-mark'))];
/** Whatever they may stand on: every ground, and the empty part of a bar. */
const anyGround = names.filter((name) => name === 'line' || name === 'chart-line' || /^ground-|-ground$/.test(name));

/** Pairs of a graphic and what it stands on. */
export const graphicPairs: [TokenName, TokenName][] = graphics.flatMap((mark) =>
  anyGround.map((ground): [TokenName, TokenName] => [mark, ground]),
);
