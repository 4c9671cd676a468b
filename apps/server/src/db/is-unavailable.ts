/** SQLSTATE classes and codes that say "the server is away or has no room", not "the statement is wrong". */
const CODES = new Set(['57P01', '57P02', '57P03', '53300', '53100', '53200', '25006'])
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
])
const MESSAGE =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed/

/** Is the database itself away (restarting, unreachable, full), so that waiting helps? */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof code === 'string') {
    if (CODES.has(code) || code.startsWith('08')) return true
    if (SOCKET.has(code))
      return syscall === undefined || ['connect', 'read', 'write', 'getaddrinfo'].includes(String(syscall))
  }
  return MESSAGE.test(error.message)
}
