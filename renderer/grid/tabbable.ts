const candidates = 'a[href], [tabindex], :is(button, input, select, textarea):not([disabled])';

const isTabbable = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('[inert]') === null;

/**
 * What Tab reaches after (or, backwards, before) everything in a part of the page; null where there is nothing that
 * way.
 */
export function tabbableBeside(part: HTMLElement, backwards: boolean): HTMLElement | null {
  const side = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const isBeside = (element: HTMLElement): boolean =>
    !part.contains(element) && (part.compareDocumentPosition(element) & side) !== 0;
  const all = [...document.querySelectorAll<HTMLElement>(candidates)].filter(isBeside);
  return (backwards ? all.toReversed() : all).find(isTabbable) ?? null;
}
