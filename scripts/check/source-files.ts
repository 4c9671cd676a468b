import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const FOLDERS = ['packages', 'apps', 'scripts', 'e2e', 'bench']
const CODE = /\.(ts|tsx|mts|mjs|js)$/
const SKIPPED = /^(node_modules|dist|coverage|test-results|playwright-report|\.cache)$|^dist\./

/**
 * Every code file we wrote, relative to the root, sorted. It is the measure for
 * the tools: one that looked at fewer files than these looked at nothing.
 */
export function sourceFiles(root: string): string[] {
  const files: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) walk(join(folder, entry.name))
      else if (entry.isFile() && CODE.test(entry.name)) files.push(relative(root, join(folder, entry.name)))
    }
  }
  for (const folder of FOLDERS) {
    try {
      walk(join(root, folder))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return files.toSorted()
}
