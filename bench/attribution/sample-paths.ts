import { closeSync, openSync, writeSync } from 'node:fs'

const CHANNELS = [
  'Douyin',
  'Xiaohongshu',
  'Search',
  'Direct',
  'Weibo',
  'WeChat',
  'Bilibili',
  'Kuaishou',
  'Email',
  'SMS',
  'Zhihu',
  'Display',
]
const ROWS_PER_WRITE = 10_000

/**
 * Writes a file of paths, the same one for the same number of rows: twelve channels, the first ones more
 * frequent; a touch often repeats the one before; 3.3 touches on average, 40 bytes a row.
 */
export function writeSamplePaths(path: string, rows: number): void {
  let seed = 20_260_618
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const channel = (): string => CHANNELS[Math.floor(random() * random() * CHANNELS.length)] ?? ''
  const file = openSync(path, 'w')
  let text = 'path,total_conversions,total_conversion_value,total_null\n'
  for (let row = 1; row <= rows; row++) {
    const touches = [channel()]
    const length = 1 + Math.floor(-Math.log(1 - random()) * 3)
    while (touches.length < length) touches.push(random() < 0.7 ? channel() : (touches.at(-1) ?? ''))
    const conversions = random() < 0.3 ? 1 + Math.floor(random() * 3) : 0
    const value = (conversions * random() * 300).toFixed(2)
    text += `${touches.join(' > ')},${conversions},${value},${Math.floor(random() * 4)}\n`
    if (row % ROWS_PER_WRITE !== 0 && row < rows) continue
    writeSync(file, text)
    text = ''
  }
  closeSync(file)
}
