/** Where the browser allows it: a page on a wall has no frame. Without it the page is as good, only smaller. */
export function enterFullScreen(): void {
  if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => undefined)
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
}
