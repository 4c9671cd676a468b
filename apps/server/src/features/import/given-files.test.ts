import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})

afterAll(() => server?.close())

describe.skipIf(!isGiven).each(isGiven ? ['office', 'plans', 'zh', 'ads', 'journeys'] : [])(
  'files of the wild: %s',
  (folder) => {
    test.each(isGiven ? readdirSync(join(FOLDER, folder)) : [])(
      '%s comes to a preview or to its refusal',
      async (name) => {
        const { status, problem } = await upload(owner, readFileSync(join(FOLDER, folder, name)), name)
        expect([status, problem?.code]).toEqual(
          REFUSED[name] === undefined ? [201, undefined] : [422, REFUSED[name]],
        )
      },
    )
  },
)
