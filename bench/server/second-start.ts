import { type MeasuredServer, startServer, stopDatabase } from './measured-server.ts'
import { median } from './statistics.ts'

interface SecondStart {
  readonly server: MeasuredServer
  /** After an orderly stop, ms. */
  readonly afterStop: number
  /** After kill -9 of the server alone: its database is still running and is taken over, ms. */
  readonly afterKill: number
}

const TIMES = 5

/** Stops and starts the server on the same folder again and again; it runs when this is done. */
export async function measureSecondStart(running: MeasuredServer, dataDir: string): Promise<SecondStart> {
  let server = running
  const restart = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number> => {
    await server.stop(signal)
    server = await startServer(dataDir)
    return server.startMs
  }
  const afterStop: number[] = []
  const afterKill: number[] = []
  for (let index = 0; index < TIMES; index++) afterStop.push(await restart('SIGTERM'))
  for (let index = 0; index < TIMES; index++) afterKill.push(await restart('SIGKILL'))
  await server.stop('SIGTERM')
  await stopDatabase(dataDir)
  server = await startServer(dataDir)
  return { server, afterStop: median(afterStop), afterKill: median(afterKill) }
}
