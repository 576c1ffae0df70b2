const most = 500;
const shown = 120;

/**
 * What a long text is called: the text itself where it is short enough for a title, else its beginning, with the whole
 * beside it.
 */
export function shortTitle(text: string): { title: string; whole: string | undefined } {
  if (text.length <= most) return { title: text, whole: undefined };
  const cut = text.slice(0, shown).replace(/\s+\S*$/, '');
  return { title: `${cut}…`, whole: text };
}
