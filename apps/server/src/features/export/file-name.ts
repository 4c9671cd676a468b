import type { BoardFormat } from '@yingce/contracts/board/channel-board'
import type { DocumentFormat } from '@yingce/contracts/export/export'

/** Longest name of a plan that goes into a file's name. */
const MAX_NAME = 80

/** "谷芽儿童奶粉上市-2026-06-10.xlsx": what file systems refuse becomes "-". */
export function exportFileName(parts: readonly string[], ending: DocumentFormat | BoardFormat): string {
  const plain = (part: string): string =>
    [
      ...part
        .toWellFormed()
        .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]
      .slice(0, MAX_NAME)
      .join('')
      .replace(/^\.+/, '')
  return `${parts
    .map(plain)
    .filter((part) => part !== '')
    .join('-')}.${ending}`
}
