// Writes resources/verifier/verify.html: the page around resources/verifier/verify.mjs, which stands in it whole. A page
// that lies on a disk may load no other file, so that the program has to be inside.
//   node scripts/make-verifier.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = new URL('../resources/verifier/', import.meta.url);

const styles = `      :root {
        color-scheme: light dark;
        font: 16px/1.5 system-ui, sans-serif;
      }
      body {
        max-width: 60rem;
        margin: 2rem auto;
        padding: 0 1rem;
      }
      label {
        display: block;
        margin: 1rem 0;
      }
      input {
        display: block;
        max-width: 100%;
      }
      output {
        display: block;
        margin: 2rem 0;
        padding: 1rem;
        border: 2px solid;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
`;

/** The page with a program in it. */
export const pageAround = (program) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
    />
    <title>Check what Custos handed out</title>
    <style>
${styles}    </style>
  </head>
  <body>
    <h1>Check what Custos handed out</h1>
    <p>
      Choose the unpacked folder of an evidence pack, or an exported log with its head, or a release with its certificate
      and proof. Nothing leaves this page; it works without a network.
    </p>
    <label>Folder <input id="folder" type="file" webkitdirectory multiple /></label>
    <label>or files <input id="files" type="file" multiple /></label>
    <label>Public key that you were given another way, if you have it <input id="key" size="100" /></label>
    <output aria-live="polite">Nothing was chosen yet.</output>
    <script type="module">
${program}
const out = document.querySelector('output');
const say = (ok, text) => {
  out.textContent = text;
  out.dataset.ok = String(ok);
};
const check = async (chosen) => {
  const files = new Map();
  for (const file of chosen) {
    const path = file.webkitRelativePath.split('/').slice(1).join('/') || file.name;
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return say(false, \`\${path} cannot be read: it is too large, or went away. Nothing was checked.\`);
    files.set(path, new Uint8Array(bytes));
  }
  const found = await verifyFiles(files, document.querySelector('#key').value.trim() || undefined);
  say(found.ok, told(found));
};
const show = (chosen) => {
  say(false, 'Checking…');
  return check(chosen).catch((error) => say(false, \`Nothing was checked: \${error.message}\`));
};
for (const input of document.querySelectorAll('input[type=file]'))
  input.addEventListener('change', () => void show(input.files));
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  void show(event.dataTransfer.files);
});
    </script>
  </body>
</html>
`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(
    new URL('verify.html', folder),
    pageAround(readFileSync(new URL('verify.mjs', folder), 'utf8').replace('#!/usr/bin/env node\n', '')),
  );
