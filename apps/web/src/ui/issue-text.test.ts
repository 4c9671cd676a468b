import i18next from 'i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import en from '../locales/en/errors.json'
import zh from '../locales/zh-CN/errors.json'
import { issueText } from './issue-text.ts'

beforeAll(async () => {
  await i18next.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { errors: zh }, en: { errors: en } },
    interpolation: { escapeValue: false },
  })
})
afterAll(() => i18next.changeLanguage('zh-CN'))

const issue = (code: string, params: Record<string, unknown> = {}) => ({
  path: 'body.x',
  code,
  message: 'said by the server',
  params,
})

describe('what is wrong in one place', () => {
  test.each([
    [issue('too_big', { origin: 'string', maximum: 60 }), '最多 60 个字。', 'At most 60 characters.'],
    [issue('too_big', { origin: 'number', maximum: 1 }), '不能大于 1。', 'Not above 1.'],
    [issue('too_small', { origin: 'date' }), '数值太小。', 'The value is too small.'],
    [issue('invalid_format', { format: 'email' }), '应为邮箱地址。', 'Not an e-mail address.'],
    [issue('invalid_format', { format: 'regex' }), '格式不对。', 'Not in the right form.'],
    [issue('out_of_range', { min: 1, max: 31 }), '应在 1 到 31 之间。', 'From 1 to 31.'],
    [
      issue('hard_limit', { name: '直播' }),
      '直播：超出预算硬上限。',
      '直播: beyond the hard limit of the budget.',
    ],
  ])('%j is said in both languages', async (given, inChinese, inEnglish) => {
    await i18next.changeLanguage('zh-CN')
    expect(issueText(given)).toBe(inChinese)
    await i18next.changeLanguage('en')
    expect(issueText(given)).toBe(inEnglish)
  })
  test('a code without words of its own keeps what the server said', () => {
    expect(issueText(issue('brand_new'))).toBe('said by the server')
  })
})
