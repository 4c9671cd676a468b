import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { parsePart } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'

export interface Upload<T> {
  readonly bytes: Buffer
  readonly fileName: string
  readonly fields: T
}

const MAX_FIELD_BYTES = 4096
const MAX_NAME = 255

/**
 * Takes one file and its text parts from a multipart body.
 *
 * @throws Refusal `payload_too_large` above `maxBytes`; `invalid_request` without exactly one file, or with a body that is cut off
 */
export async function receiveUpload<S extends z.ZodType>(
  request: FastifyRequest,
  fieldsSchema: S,
  maxBytes: number,
): Promise<Upload<z.infer<S>>> {
  const fields: Record<string, string> = {}
  let file: { bytes: Buffer; fileName: string } | null = null
  let isTooLarge = false
  const tooLarge = () => new Refusal('payload_too_large', { params: { maxBytes } })
  try {
    for await (const part of request.parts({
      limits: { fileSize: maxBytes, files: 1, fields: 8, fieldSize: MAX_FIELD_BYTES },
    })) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value)
        continue
      }
      part.file.once('limit', () => {
        isTooLarge = true
      })
      const bytes = await bytesOf(part.file, Number(request.headers['content-length'] ?? 0), maxBytes)
      if (isTooLarge) throw tooLarge()
      file = { bytes, fileName: nameOf(part.filename) }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // Whatever else is wrong with a body that is too large follows from its not being read to the end.
    if (isTooLarge) throw tooLarge()
    throw badUpload('unreadable_upload', 'The upload was cut off or is not valid multipart/form-data')
  }
  if (file === null) throw badUpload('file_missing', 'Send one file in a part named "file"')
  return { ...file, fields: parsePart(fieldsSchema, fields, 'body') }
}

/** Where the length is not announced, the buffer begins with this. */
const FIRST_BYTES = 64 * 1024

/**
 * All of a file in one buffer of the announced length: chunks that are joined at the end would take the memory
 * twice, and a file of metrics may have a hundred megabytes.
 */
async function bytesOf(file: AsyncIterable<Buffer>, announced: number, maxBytes: number): Promise<Buffer> {
  let bytes = Buffer.allocUnsafe(Math.min(announced > 0 ? announced : FIRST_BYTES, maxBytes))
  let length = 0
  for await (const chunk of file) {
    if (length + chunk.length > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, length + chunk.length))
      bytes.copy(larger, 0, 0, length)
      bytes = larger
    }
    chunk.copy(bytes, length)
    length += chunk.length
  }
  return bytes.subarray(0, length)
}

/** The name only: browsers of old and programs send whole paths. */
function nameOf(given: string | undefined): string {
  const name =
    (given ?? '')
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, '')
      .trim() ?? ''
  return name === '' ? 'upload' : name.slice(-MAX_NAME)
}

function badUpload(code: string, message: string): Refusal {
  return new Refusal('invalid_request', { issues: [{ path: 'body.file', code, message }] })
}
