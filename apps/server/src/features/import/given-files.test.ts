import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { upload } from './import.fixture.ts'

const FOLDER = '../shared/data/imports'
const isGiven = existsSync(FOLDER)
if (!isGiven) console.warn(`Skipped: ${FOLDER} is not here`)

/** Files that are refused, and how; every other one has to come to a preview. */
const REFUSED: Readonly<Record<string, string>> = {
  'password_protected.xlsx': 'file_password_protected',
  'invalid_xml.xlsx': 'file_broken',
  'msproject2000_binary.mpp': 'file_unsupported',
  'cn_holidays_2026.ics': 'file_unsupported',
  'cn_holidays_2026.json': 'file_unsupported',
}
/** CPU that the server's process may spend on one file: the reading has a process of its own. */
const MOST_CPU_MS = 3_000
/** From the upload to the answer on an idle machine; tests may share theirs with others, so it is not held against the clock of one run but of the better of two. */
const MOST_MS = 2_000
/** Larger files (the largest has 28,010 rows) are held to the processor's time only. */
const SMALL_BYTES = 100_000

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})

afterAll(() => server?.close())

async function timed(folder: string, name: string) {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const answer = await upload(owner, readFileSync(join(FOLDER, folder, name)), name)
  const { user, system } = process.cpuUsage(cpu)
  return { ...answer, wallMs: performance.now() - start, cpuMs: (user + system) / 1000 }
}

describe.skipIf(!isGiven).each(isGiven ? ['office', 'plans', 'zh', 'ads', 'journeys'] : [])(
  'files of the wild: %s',
  (folder) => {
    test.each(isGiven ? readdirSync(join(FOLDER, folder)) : [])(
      '%s comes to a preview or to its refusal, the small ones in under 2 s',
      async (name) => {
        const first = await timed(folder, name)
        const { status, problem } = first
        const isSmall = statSync(join(FOLDER, folder, name)).size <= SMALL_BYTES
        const { wallMs, cpuMs } = isSmall && first.wallMs > MOST_MS ? await timed(folder, name) : first
        expect([status, problem?.code]).toEqual(
          REFUSED[name] === undefined ? [201, undefined] : [422, REFUSED[name]],
        )
        expect(
          [!isSmall || wallMs < MOST_MS, cpuMs < MOST_CPU_MS],
          `${Math.round(wallMs)} ms, CPU ${Math.round(cpuMs)} ms`,
        ).toEqual([true, true])
      },
    )
  },
)
