/**
 * The page's policy (security guide item 7): its own scripts, styles that carry this load's nonce, pictures and fonts
 * of its own, and no connection of any kind. Data comes over the message port alone.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Without allow-modals: the page, and any frame in it, cannot open the system's print box or a box of its own that
    // stands in front of the window. What is printed is laid out and printed by main.
    `sandbox ${['scripts', 'same-origin', 'forms'].map((one) => `allow-${one}`).join(' ')}`,
  ].join('; ');
}
