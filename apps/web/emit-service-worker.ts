import { build, type Plugin, type Rollup } from 'vite'

const SOURCE = 'src/offline/service-worker.ts'
const FILE = 'service-worker.js'
/** Pages that open without a line: their parts are kept beside the entry. */
const PAGES = ['/features/my-day/MyDayPage.tsx']
/** Fetched by the entry in the language of the reader. */
const WORDS = '/src/locales/'

/**
 * Builds the service worker and tells it which files to keep: those of the entry and of the pages that open without a
 * line, and the words of both languages.
 */
export function emitServiceWorker(): Plugin {
  return {
    name: 'emit-service-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const entry = chunks.find(({ isEntry }) => isEntry)
      const roots = chunks.filter(isKept)
      if (entry === undefined || roots.length <= PAGES.length)
        throw new Error('The pages that open without a line are not in the build')
      const files = filesOf(roots, bundle).map((file) => `/${file}`)
      // Whatever changes in the build changes the hash in the entry's name.
      const source = await workerCode({ __OFFLINE_FILES__: files, __OFFLINE_BUILD__: entry.fileName })
      this.emitFile({ type: 'asset', fileName: FILE, source })
    },
  }
}

/** In a build of its own: as a second entry of the page's it would make more and smaller files of the whole page. */
async function workerCode(values: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: SOURCE, output: { format: 'iife' } },
    },
  })
  const output = Array.isArray(made) ? made[0]?.output : 'output' in made ? made.output : undefined
  const [worker, ...others] = output ?? []
  if (worker?.type !== 'chunk' || others.length > 0) throw new Error(`${SOURCE} must become one file`)
  return worker.code
}

function isKept({ isEntry, facadeModuleId }: Rollup.OutputChunk): boolean {
  return (
    isEntry ||
    PAGES.some((page) => facadeModuleId?.endsWith(page) === true) ||
    facadeModuleId?.includes(WORDS) === true
  )
}

/** Names of chunks, of what they import at once, and of their styles. */
function filesOf(roots: readonly Rollup.OutputChunk[], bundle: Rollup.OutputBundle): string[] {
  const files = new Set<string>()
  const add = (chunk: Rollup.OutputChunk) => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
    for (const name of chunk.imports) {
      const imported = bundle[name]
      if (imported?.type === 'chunk') add(imported)
    }
  }
  roots.forEach(add)
  return [...files].toSorted()
}
