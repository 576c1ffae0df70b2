import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * AG Grid draws its icons with an unprefixed mask-image, which Chromium knows only since 120: in Electron 25 they
 * would be solid squares.
 */
const agGridMaskPrefix: Plugin = {
  name: 'ag-grid-mask-prefix',
  transform: (code, id) =>
    id.includes('ag-grid-community')
      ? { code: code.replaceAll(/(?<![-\w])mask-image:/g, '-webkit-mask-image:'), map: null }
      : undefined,
};

/** Every element of the window, a library's too, is made by the one function that shows unseen signs. */
const visibleText: Plugin = {
  name: 'visible-text',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'react/jsx-runtime' && importer !== undefined && !importer.endsWith('/renderer/design/visible-text.ts')
      ? fileURLToPath(new URL('renderer/design/visible-text.ts', import.meta.url))
      : undefined,
};

export default defineConfig({
  root: 'renderer',
  base: '/',
  // A config file somewhere above the renderer must not change the build.
  envDir: false,
  plugins: [visibleText, react(), agGridMaskPrefix],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome114',
    // The polyfill is an inline script, which the content security policy refuses; Chromium needs none.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    sourcemap: false,
  },
});
