import { OfficeFileError } from '../office-file-error.ts'

/**
 * The refusal behind an error of a parser. Outside files reach parsers in states nobody foresaw, so
 * any error thrown while reading one counts as "damaged"; the cause is kept for the log. The library
 * of workbooks is asked for its errors only once there is one.
 */
export async function officeFileErrorOf(error: unknown): Promise<OfficeFileError> {
  if (error instanceof OfficeFileError) return error
  const { DecryptionError, EncryptedFileError, HucreError, UnsupportedFormatError, ZipError } =
    await import('hucre')
  if (error instanceof EncryptedFileError || error instanceof DecryptionError) {
    return new OfficeFileError('password_protected', error.message, {}, error)
  }
  if (error instanceof UnsupportedFormatError)
    return new OfficeFileError('unsupported_format', error.message, { format: 'unknown' }, error)
  if (error instanceof ZipError && /exceeds limit/.test(error.message))
    return new OfficeFileError('zip_bomb', error.message, {}, error)
  const message = error instanceof Error ? error.message : String(error)
  return new OfficeFileError(
    'broken_file',
    error instanceof HucreError ? message : `unexpected while reading: ${message}`,
    {},
    error,
  )
}
