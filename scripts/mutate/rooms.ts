import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../check/run-tool.ts'

/** Rules whose tests are tried, by the word on the command line; folders of the domain. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  schedule: ['schedule', 'computation'],
  money: ['money', 'budget'],
  objective: ['objective'],
  alerting: ['alerting'],
  metrics: ['metrics'],
}

/** The folders of a room that are there; null for a word that is no room. */
export function foldersOf(room: string): string[] | null {
  const names = Object.entries(ROOMS).find(([name]) => name === room)?.[1]
  if (names === undefined) return null
  return names.map((name) => `packages/domain/src/${name}`).filter((folder) => existsSync(join(root, folder)))
}
