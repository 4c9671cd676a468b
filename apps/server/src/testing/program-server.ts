// The server without its page, for tests that end it the hard way.
import process from 'node:process'
import { readConfig } from '../config.ts'
import { runUntilStopped } from '../run-until-stopped.ts'

await runUntilStopped(readConfig(process.env, process.argv.slice(2)), () => Promise.resolve(null))
