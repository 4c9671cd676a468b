import { parseQuantity } from '@yingce/domain/quantity/parse-quantity'
import { parseTargets } from '@yingce/domain/quantity/parse-targets'
import type { Command } from './command.ts'
import { quantityJson, targetJson } from './quantity-json.ts'
import { Refusal } from './refusal.ts'

/** The one quantity of the text, or its targets when it names a metric or holds several; null when it cannot be read. */
function read(text: string): Record<string, unknown> | readonly Record<string, unknown>[] | null {
  const quantity = parseQuantity(text)
  if (quantity !== null) return quantityJson(quantity)
  const { targets, unread } = parseTargets(text)
  const [first, ...more] = targets
  if (first === undefined || unread.length > 0) return null
  return more.length === 0 ? targetJson(first) : targets.map(targetJson)
}

/** `yingce quantity TEXT`: how a quantity of a sheet is understood. */
export const QUANTITY: Command = {
  name: 'quantity',
  usage: 'TEXT [--json]',
  argumentCount: 1,
  summary: {
    zh: '解读一个数量或目标，如 “500万+”“≥1:4”“5-20万”',
    en: 'read a quantity or target such as "500万+", "≥1:4", "5-20万"',
  },
  flags: {},
  run({ arguments: [text = ''], flags, language, surroundings }) {
    const reading = read(text)
    if (reading === null) {
      throw new Refusal(
        'quantity_unreadable',
        language === 'zh' ? `读不出数量：“${text}”` : `No quantity can be read from "${text}"`,
        {
          advice:
            language === 'zh'
              ? '在表格里它会按原文保留并标出，不会被猜测。'
              : 'In a sheet it would be kept as written and flagged, never guessed.',
        },
      )
    }
    if (flags['json'] === true) {
      surroundings.write(`${JSON.stringify(reading)}\n`)
      return
    }
    const list = Array.isArray(reading) ? reading : [reading]
    for (const one of list)
      surroundings.write(
        `${Object.entries(one)
          .map(
            ([key, value]) =>
              `${key}=${typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)}`,
          )
          .join('  ')}\n`,
      )
  },
}
