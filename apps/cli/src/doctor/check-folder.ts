import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Finding, fine } from './finding.ts'

const GIB = 1024 ** 3
/** Less is no place to work; below the second, not for long. */
const LEAST_BYTES = 1 * GIB
const ENOUGH_BYTES = 5 * GIB

/** The folder itself, or the nearest one above it that is there already. */
async function existing(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  return isThere || dirname(folder) === folder ? folder : existing(dirname(folder))
}

/** May the data folder be written, or be made? */
export async function checkFolder(dataDir: string): Promise<Finding> {
  const title = { zh: '数据文件夹', en: 'Data folder' }
  const found = await existing(dataDir)
  const isFolder = await stat(found).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
  const isWritable = await access(found, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (isFolder && isWritable)
    return found === dataDir
      ? fine('data-folder', title, dataDir, dataDir)
      : fine('data-folder', title, `${dataDir}（启动时新建）`, `${dataDir} (made at the start)`)
  return {
    check: 'data-folder',
    title,
    state: 'fail',
    message: isFolder
      ? { zh: `${found} 不能写`, en: `${found} cannot be written` }
      : { zh: `${found} 不是文件夹`, en: `${found} is no folder` },
    advice: {
      zh: '请改权限，或用 --data-dir（DATA_DIR）换一个文件夹。',
      en: 'Change its permissions, or choose another with --data-dir (DATA_DIR).',
    },
  }
}

/** Is there room on the disk of the data folder? */
export async function checkDisk(
  dataDir: string,
  free: (folder: string) => Promise<number> = freeBytes,
): Promise<Finding> {
  const title = { zh: '磁盘空间', en: 'Disk space' }
  const bytes = await free(await existing(dataDir)).catch(() => null)
  if (bytes === null)
    return { check: 'disk', title, state: 'warn', message: { zh: '无法得知', en: 'not known' }, advice: null }
  const gib = (bytes / GIB).toFixed(1)
  const message = { zh: `可用 ${gib} GiB`, en: `${gib} GiB free` }
  if (bytes >= ENOUGH_BYTES) return { check: 'disk', title, state: 'ok', message, advice: null }
  return {
    check: 'disk',
    title,
    state: bytes < LEAST_BYTES ? 'fail' : 'warn',
    message,
    advice: {
      zh: '请清理磁盘，或把数据文件夹放到别的磁盘。',
      en: 'Free some, or put the data folder on another disk.',
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
