import { createTransport } from 'nodemailer'
import type { OutgoingMessage, SendContext, SendOutcome } from '../connector.ts'
import { failedLine } from '../robot-answer.ts'

/** A server that takes mail (SMTP). */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte (465); otherwise by STARTTLS where the server offers it. */
  readonly isSecure: boolean
  /** Nobody signs in where it is null. */
  readonly user: string | null
  readonly password: string | null
  /** `Yingce <plans@example.com>` or a plain address. */
  readonly from: string
}

const TIMEOUT_MILLIS = 15_000

/** Sends one message to one person; the Message-ID is the delivery's, the same at every try. */
export async function sendMail(
  server: MailServer,
  to: string,
  message: OutgoingMessage,
  { outbound }: SendContext,
): Promise<SendOutcome> {
  try {
    // Connected to the address that was checked, so that the name cannot change its mind in between.
    const address = await outbound.addressOf(server.host)
    const transport = createTransport({
      host: address,
      port: server.port,
      secure: server.isSecure,
      ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
      tls: { servername: server.host },
      connectionTimeout: TIMEOUT_MILLIS,
      greetingTimeout: TIMEOUT_MILLIS,
      socketTimeout: TIMEOUT_MILLIS,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail({
        from: server.from,
        to: { name: '', address: to },
        subject: message.title,
        text: textOf(message),
        html: htmlOf(message),
        messageId: `<${message.deliveryId}@yingce>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Delivery-Id': message.deliveryId },
      })
    } finally {
      transport.close()
    }
    return { outcome: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** SMTP says by the first digit whether trying again helps: 4 yes, 5 no (RFC 5321, 4.2.1). */
function outcomeOf(error: unknown): SendOutcome {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message: string }
  if (typeof responseCode === 'number' && responseCode >= 500)
    return { outcome: 'refused', code: String(responseCode), detail: message.slice(0, 300) }
  if (typeof responseCode === 'number')
    return {
      outcome: 'retry',
      code: String(responseCode),
      detail: message.slice(0, 300),
      waitSeconds: null,
      isWholeChannel: false,
    }
  if (code === 'EAUTH' || code === 'EENVELOPE')
    return { outcome: 'refused', code, detail: message.slice(0, 300) }
  return failedLine(error)
}

function textOf({ lines, link, linkText }: OutgoingMessage): string {
  const body = lines.map((line) => (line.link === null ? line.text : `${line.text}\n  ${line.link}`))
  return [...body, ...(link === null ? [] : ['', `${linkText}: ${link}`])].join('\n')
}

function htmlOf({ title, lines, link, linkText }: OutgoingMessage): string {
  const anchor = (text: string, href: string) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
  const body = lines.map(
    (line) =>
      `<p style="margin:4px 0">${line.link === null ? escapeHtml(line.text) : anchor(line.text, line.link)}</p>`,
  )
  return `<h3>${escapeHtml(title)}</h3>${body.join('')}${link === null ? '' : `<p>${anchor(linkText, link)}</p>`}`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
