import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Header and body as they came. */
  readonly data: string
}

export interface FakeMail {
  readonly port: number
  readonly received: ReceivedMail[]
  /** Answer to the recipient instead of taking it: `450 busy`, `550 no such user`. */
  trouble: string | null
  close(): Promise<void>
}

/** Who may sign in, by AUTH PLAIN. */
export const FAKE_MAIL_USER = 'robot@example.com'
export const FAKE_MAIL_PASSWORD = 'mail secret'

/** A small SMTP server (RFC 5321) that signs in by AUTH PLAIN and keeps what it takes. */
export async function startFakeMail(): Promise<FakeMail> {
  const mail: Omit<FakeMail, 'port' | 'close'> = { received: [], trouble: null }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    serve(socket, mail)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(mail, {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  })
}

function serve(socket: Socket, mail: Omit<FakeMail, 'port' | 'close'>): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let buffer = ''
  let letter = { from: '', to: [] as string[] }
  let isReadingData = false
  say('220 fake ESMTP')
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    buffer += chunk
    for (;;) {
      const end = isReadingData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
      if (end < 0) return
      const text = buffer.slice(0, end)
      buffer = buffer.slice(end + (isReadingData ? 5 : 2))
      if (isReadingData) {
        isReadingData = false
        mail.received.push({ ...letter, data: text })
        letter = { from: '', to: [] }
        say('250 taken')
      } else if (take(text) === 'data') isReadingData = true
    }
  })

  function take(line: string): 'data' | null {
    const [verb = '', rest = ''] = line.split(/ (.*)/s)
    switch (verb.toUpperCase()) {
      case 'EHLO':
        socket.write('250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n')
        break
      case 'AUTH': {
        const [, user, password] = Buffer.from(rest.replace(/^PLAIN /i, ''), 'base64')
          .toString()
          .split('\0')
        say(
          user === FAKE_MAIL_USER && password === FAKE_MAIL_PASSWORD
            ? '235 welcome'
            : '535 authentication failed',
        )
        break
      }
      case 'MAIL':
        letter.from = /<(.*?)>/.exec(rest)?.[1] ?? ''
        say('250 ok')
        break
      case 'RCPT':
        if (mail.trouble !== null) say(mail.trouble)
        else {
          letter.to.push(/<(.*?)>/.exec(rest)?.[1] ?? '')
          say('250 ok')
        }
        break
      case 'DATA':
        say('354 go on')
        return 'data'
      case 'QUIT':
        say('221 bye')
        socket.end()
        break
      default:
        say('250 ok')
    }
    return null
  }
}
