const candidates = 'a[href], [tabindex], :is(button, input, select, textarea):not([disabled])';

const isTabbable = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('[inert]') === null;

/**
 * What Tab reaches after (or, backwards, before) everything in a part of the page; past its end it goes on at its
 * start.
 */
export function tabbableBeside(part: HTMLElement, backwards: boolean): HTMLElement | null {
  const others = [...document.querySelectorAll<HTMLElement>(candidates)].filter((element) => !part.contains(element));
  const isBefore = (element: HTMLElement): boolean =>
    (part.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const round = [...others.filter((element) => !isBefore(element)), ...others.filter(isBefore)];
  return (backwards ? round.toReversed() : round).find(isTabbable) ?? null;
}
