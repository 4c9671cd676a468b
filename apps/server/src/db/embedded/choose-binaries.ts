import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { packagedBinaries, type PostgresBinaries, systemBinaries, versionOf } from './find-binaries.ts'
import { isEmptyFolder } from './place-data-folder.ts'
import { reachableBinaries } from './reachable-binaries.ts'

/**
 * The PostgreSQL that fits the data: for a new folder the packaged one, or the
 * system's newest where none was published for this machine; for existing data
 * one of exactly its major version, because no other can read it.
 *
 * @throws EmbeddedPostgresError when the folder holds something else, or data
 *   of a major version that is not here
 */
export async function chooseBinaries(dataDir: string, user: DatabaseUser): Promise<PostgresBinaries> {
  const major = await majorOfData(dataDir)
  const packaged = await packagedBinaries()
  if (packaged !== null && (major === null || packaged.major === major)) {
    // A package of another C library is installed but cannot run.
    const canRun = major !== null || user.spawn.uid !== undefined || (await versionOf(packaged.home)) !== null
    if (canRun) return reachableBinaries(packaged, user)
  }
  const installed = await systemBinaries()
  const fitting = installed.find((binaries) => major === null || binaries.major === major)
  if (fitting !== undefined) return reachableBinaries(fitting, user)
  if (major === null) {
    throw new EmbeddedPostgresError(
      `No PostgreSQL for ${process.platform}-${process.arch} came with the packages and none (15 or newer) is installed. ` +
        'Install PostgreSQL, or set DATABASE_URL to a server.',
    )
  }
  throw new EmbeddedPostgresError(
    `The data in ${dataDir} was written by PostgreSQL ${major}, and this version of Yingce brings PostgreSQL ${packaged?.major ?? '(none)'}. ` +
      `To upgrade: start the Yingce version that wrote the data, make a backup in it, move ${dataDir} away, start this version and restore ` +
      `the backup. Installing PostgreSQL ${major} on this system also lets Yingce start as before. Nothing was changed.`,
  )
}

/** Major version that wrote the data, null for a folder without any. */
async function majorOfData(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => null)
  if (text !== null) return Number.parseInt(text, 10)
  if (await isEmptyFolder(dataDir)) return null
  throw new EmbeddedPostgresError(
    `${dataDir} is not empty and holds no PostgreSQL data. Choose another data folder; this one was not touched.`,
  )
}
