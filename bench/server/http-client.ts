import { Agent, request } from 'node:http'

interface Answer {
  readonly status: number
  readonly text: string
  readonly milliseconds: number
}

/** One signed-in person over keep-alive connections, as cheap as a client can be: the measured time is the server's. */
export class HttpClient {
  readonly #agent: Agent
  readonly #origin: string
  cookie = ''

  constructor(origin: string, connections = 1) {
    this.#origin = origin
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  send(
    method: string,
    path: string,
    body?: Buffer | string | object,
    contentType = 'application/json',
  ): Promise<Answer> {
    const payload =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const started = performance.now()
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${this.#origin}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            origin: this.#origin,
            'sec-fetch-site': 'same-origin',
            cookie: this.cookie,
            ...(payload === undefined
              ? {}
              : { 'content-type': contentType, 'content-length': Buffer.byteLength(payload) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const milliseconds = performance.now() - started
            const [cookie] = response.headers['set-cookie'] ?? []
            if (cookie !== undefined) this.cookie = cookie.split(';', 1)[0]!
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString(),
              milliseconds,
            })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(payload)
    })
  }

  /** @throws Error unless the answer is a success; a bench of refusals measures nothing */
  async json<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await this.send(method, path, body)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 500)}`)
    return (answer.text === '' ? undefined : JSON.parse(answer.text)) as T
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** The first account of a fresh server. */
export async function setUpOwner(origin: string): Promise<HttpClient> {
  const client = new HttpClient(origin)
  await client.json('POST', '/api/setup', {
    name: '所有者',
    email: 'owner@example.com',
    password: 'correct horse battery',
    workspaceName: '市场部',
  })
  return client
}
