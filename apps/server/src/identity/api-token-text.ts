const FORM = /^yct_([0-9a-f]{32})([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/

export interface ApiTokenParts {
  readonly id: string
  readonly workspaceId: string
  readonly secret: string
}

/** `yct_<id and workspace>_<secret>`: the prefix lets secret scanners find a token that leaked. */
export function formatApiToken(parts: ApiTokenParts): string {
  return `yct_${parts.id.replaceAll('-', '')}${parts.workspaceId.replaceAll('-', '')}_${parts.secret}`
}

export function parseApiToken(text: string): ApiTokenParts | null {
  const match = FORM.exec(text)
  if (match === null) return null
  return { id: withDashes(match[1]!), workspaceId: withDashes(match[2]!), secret: match[3]! }
}

/** What of a token is shown in lists, enough to tell it from the others. */
export function apiTokenPrefix(id: string): string {
  return `yct_${id.replaceAll('-', '').slice(0, 12)}`
}

function withDashes(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
