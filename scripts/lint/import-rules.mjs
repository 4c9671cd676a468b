import { roomOf, targetOf } from './room-of.mjs'

/** @typedef {import('./room-of.mjs').Place} Place */

/** Which rooms a room may import; a room not named here (scripts, e2e, bench) may import all but the web's own files. */
/** @type {Record<string, string[]>} */
const MAY_IMPORT = {
  domain: ['domain'],
  contracts: ['domain', 'contracts'],
  office: ['domain', 'office'],
  server: ['domain', 'contracts', 'office', 'server'],
  web: ['domain', 'contracts', 'web'],
  cli: ['domain', 'contracts', 'office', 'cli'],
}

/** Files that wire the parts of a room together and so may reach everywhere in it, and into scripts. */
const COMPOSITION_ROOT = /^(main|app|features|start-server|run-until-stopped)\.tsx?$|^bin\//

/** Files that run only in tests; a harness serves one part of the web by itself, for stories and benchmarks. */
const TEST_ONLY = /\.(test|bench)\.tsx?$|(^|\/)(testing|fake|fixtures|harness)\//

/** Types of table rows, as against the fields of the domain. */
const ROW_TYPES = /^db\/(row-types|rows)(\/|\.ts$|\.d\.ts$)/

/** The web's heavy parts, wrapped in one room so that they can be replaced and loaded late. */
const UI_LIBRARIES = /^echarts(\/|$)/

/**
 * Why an import is not allowed, or null when it is (docs/ARCHITECTURE.md, "Who may import whom").
 *
 * @param {string} file the importing file
 * @param {string} specifier what it imports, as written
 * @returns {string | null}
 */
export function importViolation(file, specifier) {
  const from = roomOf(file)
  if (from === null) return null
  const { place: to, external } = targetOf(file, specifier)
  if (external !== null) return externalViolation(from, external)
  if (to === null) return null
  return (
    roomViolation(from, to) ??
    (from.room === 'server' && to.room === 'server' ? serverViolation(from, to) : null)
  )
}

/**
 * @param {Place} from
 * @param {string} external
 */
function externalViolation(from, external) {
  if (TEST_ONLY.test(from.path)) return null
  if (from.room === 'domain') return `domain has no dependencies, not even "${external}"`
  if (from.room === 'contracts' && external !== 'zod')
    return `contracts depend on domain and zod only, not on "${external}"`
  if (from.room === 'web' && external.startsWith('node:') && from.path !== 'vite.config.ts')
    return `the web runs in a browser, which has no "${external}"`
  if (from.room === 'web' && UI_LIBRARIES.test(external) && !from.path.startsWith('ui/'))
    return `only ui/ imports "${external}"`
  return null
}

/**
 * @param {Place} from
 * @param {Place} to
 */
function roomViolation(from, to) {
  const allowed = MAY_IMPORT[from.room]
  if (allowed === undefined) {
    return to.room === 'web' && !TEST_ONLY.test(to.path) ? `${from.room} must not import web` : null
  }
  if (allowed.includes(to.room)) return null
  if (to.room === 'scripts' && COMPOSITION_ROOT.test(from.path)) return null
  return `${from.room} must not import ${to.room}`
}

/**
 * @param {Place} from
 * @param {Place} to
 */
function serverViolation(from, to) {
  if (ROW_TYPES.test(to.path) && !/^db\//.test(from.path) && !/\.(store|read)\.ts$/.test(from.path)) {
    return 'only *.store.ts and *.read.ts know the rows of a table'
  }
  if (COMPOSITION_ROOT.test(from.path) || TEST_ONLY.test(from.path)) return null
  if (COMPOSITION_ROOT.test(to.path)) return `${to.path} wires the parts together; no part imports it`
  const part = partOf(from.path)
  const goal = partOf(to.path)
  if (goal.name === 'features') {
    if (part.name !== 'features') return `${part.name || from.path} must not import features`
    if (part.feature === goal.feature || to.path.endsWith('.read.ts')) return null
    return `of another feature only *.read.ts may be imported, not ${to.path}`
  }
  if (part.name === 'db' && ['http', 'jobs', 'connectors'].includes(goal.name))
    return `db must not import ${goal.name}`
  if (part.name === 'connectors' && ['http', 'jobs'].includes(goal.name))
    return `connectors must not import ${goal.name}`
  return null
}

/** @param {string} path inside the server's src */
function partOf(path) {
  const [name = '', feature] = path.includes('/') ? path.split('/') : ['']
  return { name, feature: name === 'features' ? feature : undefined }
}
