import { describe, expect, test } from 'vitest'
import type { OutgoingMessage } from './connector.ts'
import {
  byteLength,
  fitLines,
  markdownOf,
  plainInMarkdown,
  plainTextOf,
  truncateBytes,
  withKeyword,
  withoutMentions,
} from './message-text.ts'

const MESSAGE: OutgoingMessage = {
  deliveryId: 'd',
  title: '7 条通知',
  lines: [{ text: '落地页：今天到期', link: 'https://plans.example.com/plans/p/tracker?record=t' }],
  link: 'https://plans.example.com/inbox',
  linkText: '打开',
  severity: 'info',
  mentions: [],
}

describe('cutting counts bytes of UTF-8', () => {
  test.each([
    ['what fits stays: 2,048 bytes of 2,048', 'a'.repeat(2048), 2048, 'a'.repeat(2048)],
    ['a Chinese character is three bytes', '营策营策', 10, '营策…'],
    ['no character is halved: 11 bytes hold two of them and the mark', '营策营策', 11, '营策…'],
    ['an emoji of four bytes is kept whole or left out', '😀😀😀', 8, '😀…'],
    ['one byte over loses the last characters', 'a'.repeat(2049), 2048, `${'a'.repeat(2045)}…`],
  ])('%s', (_rule, text, max, expected) => {
    expect(truncateBytes(text, max)).toBe(expected)
  })

  test('of 1,000 lines as many stay as fit, and the link to open always does', () => {
    const text = fitLines(
      '标题',
      Array.from({ length: 1000 }, (_, index) => `第 ${index} 行`),
      '[打开](https://a)',
      4096,
    )
    expect(byteLength(text)).toBeLessThanOrEqual(4096)
    expect(byteLength(text)).toBeGreaterThan(4050)
    expect(text.endsWith('\n…\n[打开](https://a)')).toBe(true)
  })

  test('a title longer than the message leaves the link', () => {
    const text = plainTextOf({ ...MESSAGE, title: '长'.repeat(2000) }, 2048)
    expect(byteLength(text)).toBeLessThanOrEqual(2048)
    expect(text.endsWith('https://plans.example.com/inbox')).toBe(true)
  })
})

describe('text from people calls nobody', () => {
  test.each([
    ['<at user_id="all">所有人</at>', '＜at user_id="all">所有人＜/at>'],
    ['<@all> 改价了', '＜@\u200Ball> 改价了'],
    ['@all 看这里', '@\u200Ball 看这里'],
    ['@所有人', '@\u200B所有人'],
    ['@Everyone', '@\u200BEveryone'],
    ['a < b @张三', 'a < b @张三'],
  ])('%s', (text, expected) => {
    expect(withoutMentions(text)).toBe(expected)
  })

  test('nor does it become a link, a heading or coloured text in Markdown', () => {
    expect(plainInMarkdown('# [领奖](http://evil) <font color="warning">x</font>')).toBe(
      '＃ ［领奖］(http://evil) ＜font color="warning">x＜/font>',
    )
  })
})

test('Markdown carries a link for each line and one for the whole', () => {
  expect(markdownOf(MESSAGE, 4096)).toBe(
    '### 7 条通知\n- [落地页：今天到期](https://plans.example.com/plans/p/tracker?record=t)\n[打开](https://plans.example.com/inbox)',
  )
})

test('whom it calls stays whatever is cut, before the link, and is the only part not escaped', () => {
  const text = plainTextOf({ ...MESSAGE, title: '@all '.repeat(500) }, 2048, '@13800001111')
  expect(text.endsWith('\n@13800001111\nhttps://plans.example.com/inbox')).toBe(true)
  expect(text).not.toContain('@all')
})

test('the robot’s keyword is added to a title that lacks it, once', () => {
  expect(withKeyword(MESSAGE, '营策').title).toBe('7 条通知 营策')
  expect(withKeyword(MESSAGE, '通知').title).toBe('7 条通知')
  expect(withKeyword(MESSAGE, null).title).toBe('7 条通知')
})
