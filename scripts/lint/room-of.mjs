import { posix } from 'node:path'

/**
 * @typedef {{ room: string, path: string }} Place
 *   `room` as in docs/ARCHITECTURE.md (domain, contracts, office, server, web, cli, or scripts, e2e, bench);
 *   `path` inside the room's src
 */

const PACKAGE_IMPORT = /^@yingce\/([^/]+)(?:\/(.*))?$/

/**
 * Where a file of the project lies, by its path alone; null outside all rooms.
 *
 * @param {string} file absolute or relative to the project
 * @returns {Place | null}
 */
export function roomOf(file) {
  const path = file.replaceAll('\\', '/')
  const inRoom = /^(?:.*\/)?(?:packages|apps)\/([^/]+)\/(?:src\/)?(.*)$/.exec(path)
  if (inRoom !== null) return { room: String(inRoom[1]), path: String(inRoom[2]) }
  const aside = /^(?:.*\/)?(scripts|e2e|bench)\/(.*)$/.exec(path)
  return aside === null ? null : { room: String(aside[1]), path: String(aside[2]) }
}

/**
 * What an import points at: a place of the project, or a package from outside.
 *
 * @param {string} from the importing file
 * @param {string} specifier as written
 * @returns {{ place: Place | null, external: string | null }}
 */
export function targetOf(from, specifier) {
  if (specifier.startsWith('.')) {
    const file = posix.join(posix.dirname(from.replaceAll('\\', '/')), specifier)
    return { place: roomOf(file), external: null }
  }
  const own = PACKAGE_IMPORT.exec(specifier)
  if (own !== null) return { place: { room: String(own[1]), path: `${own[2] ?? ''}.ts` }, external: null }
  return { place: null, external: specifier }
}
