import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keeps what opens doors elsewhere (addresses of robots, passwords) unreadable in the database and its backups. */
export interface SecretBox {
  /** @param place where it is kept, such as the id of its row: it opens nowhere else */
  seal(text: string, place: string): Buffer
  /** @returns null when it was sealed with another key, for another place, or was changed */
  open(sealed: Buffer, place: string): string | null
}

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 1

/** AES-256-GCM with a random nonce each time; the place is authenticated with it. */
export function createSecretBox(key: Buffer): SecretBox {
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, place) {
      const bodyAt = 1 + NONCE_BYTES + TAG_BYTES
      if (sealed.length < bodyAt || sealed[0] !== VERSION) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES))
          .setAAD(Buffer.from(place))
          .setAuthTag(sealed.subarray(1 + NONCE_BYTES, bodyAt))
        return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
