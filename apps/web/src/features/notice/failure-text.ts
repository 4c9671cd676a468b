import i18next from 'i18next'

/** Codes with the same meaning: what resolves, connects and sends says each in its own words. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  name: ['ENOTFOUND', 'EAI_AGAIN'],
  line: [
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
    'UND_ERR_SOCKET',
    'ESOCKET',
    'ECONNECTION',
  ],
  slow: ['ETIMEDOUT', 'TimeoutError', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'],
  address: ['blocked_address'],
  login: ['EAUTH', '535'],
  answer: ['malformed_answer'],
  // WeCom: no such key; DingTalk: no such token; Feishu: no such hook.
  robot: ['93000', '300001', '19001', 'http_404'],
  // DingTalk and Feishu: the signature, a keyword or the list of addresses does not fit.
  settings: ['310000', '19021', '19022', '19024', 'http_401', 'http_403'],
  fast: ['45009', '130101', '410100', '11232', 'http_429'],
}

/**
 * Why a message did not arrive, in the reader's language, with what helps; behind it stands what
 * the other side said word for word, which is what a search or its support asks for.
 *
 * @param detail what the platform or the line said; empty when it said nothing
 */
export function failureText(code: string, detail: string): string {
  const meaning = Object.keys(MEANINGS).find((key) => MEANINGS[key]?.includes(code)) ?? 'other'
  const isSaid = detail === '' || detail.includes(code)
  const said = isSaid ? detail || code : `${code}: ${detail}`
  return i18next.t(`notice:failure.${meaning}`, { said })
}

/** The same of an error as it is kept: `code: detail`, or a code alone. */
export function keptFailureText(kept: string): string {
  const at = kept.indexOf(': ')
  return at === -1 ? failureText(kept, '') : failureText(kept.slice(0, at), kept.slice(at + 2))
}
