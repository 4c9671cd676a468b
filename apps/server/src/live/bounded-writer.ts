import type { Writable } from 'node:stream'

/**
 * Writes to a consumer as long as it reads. One that leaves more than
 * `maxUnreadBytes` lying is cut off, so that it costs bounded memory; it may
 * come back and resume.
 */
export function boundedWriter(stream: Writable, maxUnreadBytes: number): (text: string) => void {
  return (text) => {
    if (stream.destroyed || stream.writableEnded) return
    stream.write(text)
    if (stream.writableLength > maxUnreadBytes) stream.destroy()
  }
}
