#!/usr/bin/env node
// The yingce command. It may be started by any Node from 20 on, so it is plain
// JavaScript and hands over to Node 24 before anything else of the project is read.
import process from 'node:process'
import { handOver } from '../../../scripts/launch/hand-over.mjs'

await handOver({ script: 'apps/cli/src/main.ts', args: process.argv.slice(2) })
