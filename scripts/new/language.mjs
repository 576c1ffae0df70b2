import { areNames, camel, withImport, words } from './list-entry.mjs';

/** The scopes a language has words for; one file each. */
const phraseScopes = ['attitudinal', 'behavioural', 'engagement', 'linkable', 'linked', 'online', 'technical'];

/** The list of a language's files. @param {string} code ISO 639-1 @param {string} name in English, such as `latvian` */
const languageFile = (code, name) => `import type { HeaderLanguage } from '#shared/header-language/header-language.ts';
${phraseScopes.map((scope) => `import ${scope} from './${scope}.json' with { type: 'json' };`).join('\n')}

/** ${words(name)}. */
export const ${camel(name)}: HeaderLanguage = {
  code: '${code}',
  gluesNouns: false,
  phrases: { ${phraseScopes.map((scope) => `...${scope}`).join(', ')} },
};
`;

/** The list of header languages with one more, before the abbreviations of no language, which come last. */
function listLanguage(text, code, name) {
  const entry = '  anyLanguage,\n';
  if (!text.includes(entry)) throw new Error('The list of languages does not look as expected: add the entry by hand.');
  return withImport(
    text.replace(entry, `  ${camel(name)},\n${entry}`),
    `import { ${camel(name)} } from './phrases/${code}/index.ts';`,
    `phrases/${code}/index`,
  );
}

/** A language that headers are read in. */
export const language = {
  usage: 'language CODE NAME      (npm run new language lv latvian)',
  make([code, name], read) {
    if (!areNames(code, name) || code.length !== 2) return null;
    const folder = `shared/header-language/phrases/${code}`;
    const list = 'shared/header-language/languages.ts';
    const files = phraseScopes.map((scope) => [`${folder}/${scope}.json`, '{}\n']);
    return {
      fresh: { ...Object.fromEntries(files), [`${folder}/index.ts`]: languageFile(code, name) },
      changed: { [list]: listLanguage(read(list), code, name) },
    };
  },
};
