import type { Plugin, Rollup } from 'vite'

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
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: FILE })
    },
    generateBundle(_options, bundle) {
      const worker = bundle[FILE]
      if (worker?.type !== 'chunk') throw new Error(`${FILE} was not built`)
      if (worker.imports.length > 0)
        throw new Error(`${FILE} must import nothing: ${worker.imports.join(', ')}`)
      const files = filesKept(bundle)
      // Whatever changes in the build changes the hash in the entry's name.
      const entry = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.isEntry && file !== worker,
      )
      worker.code = worker.code
        .replaceAll('__OFFLINE_FILES__', JSON.stringify(files.map((file) => `/${file}`)))
        .replaceAll('__OFFLINE_BUILD__', JSON.stringify(entry?.fileName))
    },
  }
}

function filesKept(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const isKept = ({ isEntry, fileName, facadeModuleId }: Rollup.OutputChunk) =>
    (isEntry && fileName !== FILE) ||
    PAGES.some((page) => facadeModuleId?.endsWith(page) === true) ||
    facadeModuleId?.includes(WORDS) === true
  const kept = new Set<string>()
  const keep = (chunk: Rollup.OutputChunk) => {
    if (kept.has(chunk.fileName)) return
    kept.add(chunk.fileName)
    for (const css of chunk.viteMetadata?.importedCss ?? []) kept.add(css)
    for (const name of chunk.imports) {
      const imported = bundle[name]
      if (imported?.type === 'chunk') keep(imported)
    }
  }
  const roots = chunks.filter(isKept)
  if (roots.length <= PAGES.length) throw new Error('The pages that open without a line are not in the build')
  roots.forEach(keep)
  return [...kept].toSorted()
}
