import { Fragment, jsx as plainJsx, jsxs as plainJsxs } from 'react/jsx-runtime';
import { visible } from '#shared/text/visible.ts';

/**
 * What every element of the window is made with, the libraries' included (vite.config.ts): names and cells come from
 * files, and a sign in one that is not seen could turn “liame” into “email”. Text and spoken names are shown with
 * such signs made visible; what a field holds stays as it is.
 */
const spoken = ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder'] as const;
/** Elements whose text is not shown. */
const silent = new Set(['style', 'script', 'textarea']);

type Props = Record<string, unknown>;

const shown = (value: unknown): unknown => (typeof value === 'string' ? visible(value, true) : value);

function asShown(type: unknown, props: unknown): Props {
  const given = props as Props;
  if (typeof type !== 'string' || silent.has(type)) return given;
  const changed: Props = {};
  for (const name of spoken)
    if (typeof given[name] === 'string' && shown(given[name]) !== given[name]) changed[name] = shown(given[name]);
  const { children } = given;
  if (typeof children === 'string') changed['children'] = shown(children);
  else if (Array.isArray(children) && children.some((child) => shown(child) !== child))
    changed['children'] = children.map(shown);
  return Object.keys(changed).length === 0 ? given : { ...given, ...changed };
}

export const jsx: typeof plainJsx = (type, props, key) => plainJsx(type, asShown(type, props), key);
export const jsxs: typeof plainJsxs = (type, props, key) => plainJsxs(type, asShown(type, props), key);
export { Fragment };
