import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Input,
  Menu,
  Modal,
  NavLink,
  Popover,
  Radio,
  rem,
  SegmentedControl,
  Switch,
  Table,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { appText } from '#shared/text/window/app.ts';
import { tokens, type TokenName } from './tokens.ts';

const accent: MantineColorsTuple = [
  '#eef3fe',
  '#dbe5fc',
  '#b5c8f8',
  '#8ca9f3',
  '#6a8eef',
  '#5079ea',
  '#3a66e0',
  '#2d57cc',
  '#254ab0',
  '#1b3a8f',
];

/** Mantine's own dark greys, from text (0) to frame (9), as the tokens have them. */
const dark: MantineColorsTuple = [
  '#e5e9ef',
  '#c7cfd9',
  '#a9b4c2',
  '#667283',
  '#3a434f',
  '#2d343e',
  '#22272f',
  '#1a1e24',
  '#161a1f',
  '#13161b',
];

/** What floats stands out by a line, not by shadow alone: in the dark a shadow is not seen. */
const floating = {
  inner: { left: 0 },
  content: { background: 'var(--cx-ground-raised)', border: '1px solid var(--cx-line)' },
  header: { background: 'var(--cx-ground-raised)' },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
} as const;

/** Controls are 28 px high, text 13 px, spacing follows a 4-px grid. */
const controlHeight = '28px';

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent, dark },
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(13), lg: rem(15), xl: rem(18) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4', lg: '1.5', xl: '1.5' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(2), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(12) },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(18), lineHeight: '1.3' },
      h2: { fontSize: rem(15), lineHeight: '1.35' },
      h3: { fontSize: rem(13), lineHeight: '1.4' },
    },
  },
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: () => ({
        root: { '--button-height': controlHeight, '--button-fz': rem(13), '--button-padding-x': rem(10) },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray' },
      vars: () => ({ root: { '--ai-size': controlHeight } }),
    }),
    Input: Input.extend({
      vars: () => ({
        wrapper: {
          '--input-height': controlHeight,
          '--input-size': controlHeight,
          '--input-fz': rem(13),
          '--input-padding': rem(8),
        },
      }),
    }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none' } }),
    // Inside the page's main landmark: there a dialog's header is not taken for a second banner.
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        portalProps: { target: '#dialogs' },
        closeButtonProps: { 'aria-label': appText.close },
        overlayProps: { backgroundOpacity: 0.45, blur: 0 },
        transitionProps: { duration: 120 },
      },
      styles: floating,
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: 80 },
        events: { hover: true, focus: true, touch: false },
      },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 4, horizontalSpacing: 8 } }),
    NavLink: NavLink.extend({ defaultProps: { variant: 'light' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    SegmentedControl: SegmentedControl.extend({
      vars: () => ({ root: { '--sc-padding': '2px 8px', '--sc-font-size': rem(13) } }),
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
  },
});

/** What Mantine's own variables take from the tokens. */
const mantineFromTokens: Record<string, TokenName> = {
  '--mantine-color-body': 'ground-work',
  '--mantine-color-text': 'text',
  '--mantine-color-dimmed': 'text-soft',
  '--mantine-color-placeholder': 'text-soft',
  '--mantine-color-anchor': 'accent',
  '--mantine-color-error': 'block-text',
  '--mantine-color-default': 'ground-raised',
  '--mantine-color-default-hover': 'ground-hover',
  '--mantine-color-default-color': 'text',
  '--mantine-color-default-border': 'line-strong',
  '--mantine-color-accent-light': 'ground-selected',
  '--mantine-color-accent-light-color': 'accent',
  '--mantine-color-gray-light-hover': 'ground-hover',
  '--mantine-color-gray-outline': 'line-strong',
};

const variables = (scheme: 'light' | 'dark'): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--cx-${name}`, value[scheme]])),
  ...Object.fromEntries(Object.entries(mantineFromTokens).map(([variable, name]) => [variable, tokens[name][scheme]])),
});

/** Publishes the tokens for both schemes; Mantine's own variables follow them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables('light'),
  dark: variables('dark'),
});
