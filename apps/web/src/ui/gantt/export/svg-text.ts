/** Escapes text for SVG content and attributes. Control characters XML 1.0 forbids are dropped. */
export function svgText(text: string): string {
  // Exactly the characters that XML forbids.
  const allowed = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
