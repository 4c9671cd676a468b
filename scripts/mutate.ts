// node scripts/run.mjs scripts/mutate.ts <room> [part of a file name …]
// Changes the rules of a room one by one, and tells which changes no test notices (docs/domain/mutation-testing.md).
import { setPriority } from 'node:os'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './check/run-tool.ts'
import { configOf } from './mutate/config-of.ts'
import { listSurvivors } from './mutate/list-survivors.ts'
import { foldersOf, ROOMS } from './mutate/rooms.ts'
import { runVisibly } from './test/run-visibly.ts'

const [room = '', ...parts] = process.argv.slice(2)
const folders = foldersOf(room)
if (folders === null) {
  console.error(
    `usage: node scripts/run.mjs scripts/mutate.ts ${Object.keys(ROOMS).join('|')} [part of a file name …]`,
  )
  process.exit(2)
}
// Hours of work: everything else on the machine goes first.
setPriority(15)
const cache = join(root, '.cache', 'mutation')
mkdirSync(cache, { recursive: true })
const config = join(cache, `${room}.config.json`)
writeFileSync(config, JSON.stringify(configOf(room, folders, parts), null, 2))
const tests = folders.map((folder) => `${folder}/**/*.test.ts`)
process.exitCode = await runVisibly('@stryker-mutator/core', ['run', config], {
  MUTATE_TESTS: tests.join(','),
})
for (const line of listSurvivors(join(cache, `${room}.report.json`))) console.log(line)
