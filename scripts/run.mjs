#!/usr/bin/env node
// Starts a script of this project: `node scripts/run.mjs [--node-flag …] <script.ts> [argument …]`.
// Plain JavaScript that Node 20 can read, because it is what a fresh machine starts first.
import process from 'node:process'
import { handOver } from './launch/hand-over.mjs'

const given = process.argv.slice(2)
const scriptAt = given.findIndex((word) => !word.startsWith('-'))
if (scriptAt === -1) {
  console.error('usage: node scripts/run.mjs [--node-flag …] <script> [argument …]')
  process.exit(2)
}
await handOver({
  script: String(given[scriptAt]),
  nodeFlags: given.slice(0, scriptAt),
  args: given.slice(scriptAt + 1),
})
