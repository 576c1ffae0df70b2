import '#renderer/client/validation-mode.ts';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/app.tsx';
import { adoptStyleNonce } from '#renderer/design/style-nonce.ts';
import { connect } from '#renderer/client/connection.ts';

// Before the first render: what is injected later (scroll locks, grid, theme) carries the page's nonce.
adoptStyleNonce();
connect();
createRoot(document.getElementById('root')!).render(<App />);
