import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import zh from '../../locales/zh-CN/notice.json'
import { failureText, keptFailureText } from './failure-text.ts'

describe('why a message did not arrive (X7)', () => {
  beforeAll(async () => {
    await i18next.init({
      lng: 'zh-CN',
      resources: { 'zh-CN': { notice: zh } },
      interpolation: { escapeValue: false },
    })
  })

  test('a name that does not resolve says what to check, and the line’s own words once', () => {
    expect(keptFailureText('ENOTFOUND: getaddrinfo ENOTFOUND qyapi.weixin.qq.com')).toBe(
      '找不到对方的服务器：请检查地址，以及本服务器能否访问外网。（getaddrinfo ENOTFOUND qyapi.weixin.qq.com）',
    )
  })

  test('a wrong signature (310000) is about the robot’s settings, a missing token (300001) about its address', () => {
    expect(failureText('310000', 'sign not match')).toContain('密钥')
    expect(failureText('310000', 'sign not match')).toContain('（310000: sign not match）')
    expect(failureText('300001', 'token is not exist')).toContain('重新复制 Webhook 地址')
  })

  test('what nobody knows is handed on word for word, a code alone as it is', () => {
    expect(failureText('40058', 'too long')).toBe('对方拒绝了这条消息：40058: too long')
    expect(keptFailureText('http_418')).toBe('对方拒绝了这条消息：http_418')
  })
})
