import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
const IDS = /"ids":\["([0-9a-f-]{36})"/g

/** A page that follows the workspace; `onRecord` gets the id of each record that was changed. */
export function openEventStream(
  origin: string,
  cookie: string,
  onRecord: (id: string) => void,
): Promise<{ close(): void }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${origin}/api/events`,
      { agent, headers: { origin, 'sec-fetch-site': 'same-origin', cookie } },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`event stream: ${response.statusCode}`))
          return
        }
        let rest = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          rest += text
          const end = rest.lastIndexOf('\n\n')
          if (end === -1) return
          for (const block of rest.slice(0, end).split('\n\n'))
            if (block.startsWith('event: change')) for (const [, id] of block.matchAll(IDS)) onRecord(id!)
          rest = rest.slice(end + 2)
        })
        response.on('error', () => {})
        resolve({ close: () => outgoing.destroy() })
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}
