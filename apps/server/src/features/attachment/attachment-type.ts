import type { AttachmentType } from '@yingce/contracts/attachment/attachment'

/**
 * What a file is by its first bytes: the name and the type that a browser sends say nothing.
 *
 * @returns null for anything that is not taken
 */
export function attachmentType(bytes: Uint8Array): AttachmentType | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (text(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(0, 5) === '%PDF-') return 'application/pdf'
  return null
}
