let isAsked = false

/**
 * Lets the page open without a line from now on. Browsers allow that on https and on this very machine only;
 * elsewhere, and in development, nothing happens.
 */
export function registerWorker(): void {
  if (isAsked || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  isAsked = true
  // A browser that refuses (private window, no space) shows the page as before.
  navigator.serviceWorker
    .register('/service-worker.js', { updateViaCache: 'none' })
    .catch(() => (isAsked = false))
}
