import type { ChannelView } from '@yingce/contracts/notice/channel'
import { describe, expect, test } from 'vitest'
import { channelBody, channelValues, kindsToChoose } from './channel-values.ts'

describe('the form of a channel (X7)', () => {
  test('a robot’s address and secret are sent where they were entered, and stay where not', () => {
    const values = { ...channelValues(null, 'zh-CN'), name: '群' }
    expect(channelBody({ ...values, url: ' https://a ', signSecret: '' })).toMatchObject({ url: 'https://a' })
    expect(Object.keys(channelBody({ ...values, url: '', signSecret: ' ' })).toSorted()).toEqual([
      'group',
      'name',
    ])
  })

  test('two empty times are no quiet hours, one alone neither', () => {
    const values = channelValues(null, 'en')
    expect(channelBody(values).group?.quiet).toEqual({ from: '21:00', to: '08:00' })
    expect(channelBody({ ...values, quietFrom: '', quietTo: '' }).group?.quiet).toBeNull()
    expect(channelBody({ ...values, quietFrom: '', quietTo: '08:00' }).group?.quiet).toBeNull()
  })

  test('mail without a user signs nobody in, and sends no password', () => {
    const body = channelBody({
      ...channelValues(null, 'en'),
      type: 'mail',
      host: 'smtp.example.com',
      port: 25,
      user: '',
    })
    expect(body.mail).toMatchObject({ host: 'smtp.example.com', port: 25, user: null })
    expect('password' in body || 'group' in body).toBe(false)
  })

  test('kinds that nothing posts are not offered, and stay readable where a group was set to hear them', () => {
    expect(kindsToChoose(null)).toContain('report')
    expect(kindsToChoose(null)).not.toContain('booking')
    const group = { ...channelBody(channelValues(null, 'en')).group!, kinds: ['booking' as const] }
    const channel = { type: 'wecom', name: '群', group } as unknown as ChannelView
    expect(kindsToChoose(channel)).toContain('booking')
    expect(kindsToChoose(channel)).not.toContain('licence')
  })
})
