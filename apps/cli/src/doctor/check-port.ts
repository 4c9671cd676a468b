import { healthz, readyz } from '@yingce/contracts/health'
import { createServer } from 'node:net'
import { type Finding, fine } from './finding.ts'

const TITLE = { zh: '端口', en: 'Port' }
const TIMEOUT_MILLIS = 4_000

/** "taken", "free", or why the address cannot be listened on. */
function tryToListen(host: string, port: number): Promise<'free' | 'taken' | string> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' ? 'taken' : (error.code ?? error.message)),
    )
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')))
  })
}

/** Version of the Yingce that answers there, and whether its database does; null for anything else. */
async function runningYingce(
  origin: string,
): Promise<{ readonly version: string; readonly isReady: boolean } | null> {
  const ask = async (path: string): Promise<Response | null> =>
    fetch(`${origin}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MILLIS) }).catch(() => null)
  const health = await ask(healthz.path)
  const answer = healthz.response?.safeParse(await health?.json().catch(() => null))
  if (answer?.success !== true) return null
  const ready = await ask(readyz.path)
  return { version: answer.data.version, isReady: ready?.ok === true }
}

/** Is the port free, or taken by a Yingce that runs already? */
export async function checkPort(host: string, port: number): Promise<Finding> {
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const found = await tryToListen(host, port)
  if (found === 'free') return fine('port', TITLE, `${place} 空闲`, `${place} is free`)
  if (found !== 'taken') {
    return {
      check: 'port',
      title: TITLE,
      state: 'fail',
      message: { zh: `不能监听 ${place}（${found}）`, en: `${place} cannot be listened on (${found})` },
      advice: {
        zh: '请用 --host 和 --port 换一个地址。',
        en: 'Choose another address with --host and --port.',
      },
    }
  }
  const reachable = host === '0.0.0.0' || host === '::' ? `127.0.0.1:${port}` : place
  const yingce = await runningYingce(`http://${reachable}`)
  if (yingce?.isReady === true)
    return fine(
      'port',
      TITLE,
      `${place} 上营策 ${yingce.version} 正在运行`,
      `Yingce ${yingce.version} runs at ${place}`,
    )
  if (yingce !== null) {
    return {
      check: 'port',
      title: TITLE,
      state: 'fail',
      message: {
        zh: `${place} 上营策在运行，但数据库没有应答`,
        en: `Yingce runs at ${place}, but its database does not answer`,
      },
      advice: {
        zh: '稍等片刻；仍如此请看服务器日志。',
        en: 'Wait a moment; if it stays so, see the log of the server.',
      },
    }
  }
  return {
    check: 'port',
    title: TITLE,
    state: 'fail',
    message: { zh: `${place} 被别的程序占用`, en: `${place} is taken by another program` },
    advice: {
      zh: '请停掉它，或用 --port（PORT）换一个端口。',
      en: 'Stop it, or choose another port with --port (PORT).',
    },
  }
}
