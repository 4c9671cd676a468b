// The server of the stories: the real one, on an empty database that goes with it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const dataDir = mkdtempSync(join(tmpdir(), 'yingce-e2e-'))
// As root, the database's user must be able to pass.
chmodSync(dataDir, 0o755)
process.env['DATA_DIR'] = dataDir
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
// By a variable, so that the server is type-checked by its own settings only.
const main = '../../apps/server/src/main.ts'
await import(main)
