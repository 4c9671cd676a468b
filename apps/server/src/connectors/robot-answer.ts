import type { SendOutcome } from './connector.ts'
import { BlockedAddress, type Outbound, type OutboundAnswer } from './outbound/outbound.ts'

const HTTP_WAIT_SECONDS = 60

/** How a platform speaks of success and failure inside an answer of HTTP 200. */
export interface RobotErrors {
  /** Field names of the code, the first that is there counts. */
  readonly codeFields: readonly string[]
  readonly textFields: readonly string[]
  /** Codes that stay until somebody changes the robot's settings or the message. */
  readonly refused: ReadonlySet<number>
  /** Seconds to wait for codes that say “too fast”. */
  readonly waits: ReadonlyMap<number, number>
}

/**
 * Posts to a robot. The platforms answer HTTP 200 with an error in the body, so
 * success is the code 0 and nothing else; what cannot be read is tried again.
 */
export async function postToRobot(
  outbound: Outbound,
  url: string,
  deliveryId: string,
  body: object,
  errors: RobotErrors,
): Promise<SendOutcome> {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'x-delivery-id': deliveryId }
  try {
    return readAnswer(await outbound.post(url, headers, JSON.stringify(body)), errors)
  } catch (error) {
    return failedLine(error)
  }
}

/** The line broke, or the address is not to be gone to. */
export function failedLine(error: unknown): SendOutcome {
  if (error instanceof BlockedAddress)
    return { outcome: 'refused', code: 'blocked_address', detail: error.message }
  const { cause, message } = error as Error & { cause?: Error & { code?: string } }
  const code = cause?.code ?? (error as { code?: string }).code ?? (error as Error).name
  return {
    outcome: 'retry',
    code: String(code),
    detail: cause?.message || message,
    waitSeconds: null,
    isWholeChannel: true,
  }
}

export function httpFailure({ status, body }: OutboundAnswer): SendOutcome | null {
  if (status >= 200 && status < 300) return null
  const code = `http_${status}`
  const detail = body.slice(0, 300)
  if (status === 429)
    return { outcome: 'retry', code, detail, waitSeconds: HTTP_WAIT_SECONDS, isWholeChannel: true }
  if (status >= 500 || status === 408)
    return { outcome: 'retry', code, detail, waitSeconds: null, isWholeChannel: true }
  return { outcome: 'refused', code, detail: status < 400 ? `redirected; ${detail}` : detail }
}

function readAnswer(answer: OutboundAnswer, errors: RobotErrors): SendOutcome {
  const parsed = parse(answer.body)
  const code = parsed === null ? undefined : numberIn(parsed, errors.codeFields)
  if (code === undefined) {
    return (
      httpFailure(answer) ?? {
        outcome: 'retry',
        code: 'malformed_answer',
        detail: answer.body.slice(0, 300),
        waitSeconds: null,
        isWholeChannel: true,
      }
    )
  }
  if (code === 0 && answer.status === 200) return { outcome: 'sent' }
  const detail = String(
    errors.textFields.map((field) => parsed?.[field]).find((text) => text !== undefined) ?? '',
  )
  if (errors.refused.has(code))
    return { outcome: 'refused', code: String(code), detail: detail.slice(0, 300) }
  return {
    outcome: 'retry',
    code: String(code),
    detail: detail.slice(0, 300),
    waitSeconds: errors.waits.get(code) ?? null,
    isWholeChannel: true,
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Some answers carry their number as text. */
function numberIn(answer: Record<string, unknown>, fields: readonly string[]): number | undefined {
  const value = fields.map((field) => answer[field]).find((each) => each !== undefined)
  const code = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof code === 'number' && Number.isInteger(code) ? code : undefined
}
