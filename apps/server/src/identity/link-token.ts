import { hashOf, newSecret } from './secret.ts'

/** What a link names: 16 bytes of workspace, then the secret. */
const FORM = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/
const UUID_BYTES = 16

/** A link into a workspace; of its secret only the hash is kept. */
export function newLinkToken(workspaceId: string): { token: string; hash: Buffer } {
  const secret = newSecret()
  return {
    token: Buffer.from(workspaceId.replaceAll('-', ''), 'hex').toString('base64url') + secret,
    hash: hashOf(secret),
  }
}

/** The workspace and the hash of the secret in a link; null when it is no link of ours. */
export function readLinkToken(token: string): { workspaceId: string; hash: Buffer } | null {
  const match = FORM.exec(token)
  if (match === null) return null
  const bytes = Buffer.from(match[1]!, 'base64url')
  if (bytes.length !== UUID_BYTES) return null
  const hex = bytes.toString('hex')
  return {
    workspaceId: [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-'),
    hash: hashOf(match[2]!),
  }
}
