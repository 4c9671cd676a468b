import { describe, expect, it } from 'vitest'
import { readStatedStatus, statedStatusDiffers } from './stated-status.ts'

describe('T3: stated status', () => {
  it.each([
    ['达标', 'met'],
    ['未达标', 'missed'],
    ['不达标', 'missed'],
    ['预警', 'at_risk'],
    ['无数据', 'no_data'],
    ['未开始', 'not_started'],
    ['Not met', 'missed'],
    ['met', 'met'],
    ['待定', null],
    ['', null],
    [null, null],
  ] as const)('%s reads as %s', (text, status) => {
    expect(readStatedStatus(text)).toBe(status)
  })
  it('differs from the computed one only when both say something', () => {
    expect(statedStatusDiffers('达标', 'missed')).toBe(true)
    expect(statedStatusDiffers('达标', 'met')).toBe(false)
    expect(statedStatusDiffers('达标', null)).toBe(false)
    expect(statedStatusDiffers('达标', 'no_data')).toBe(false)
    expect(statedStatusDiffers('看情况', 'missed')).toBe(false)
  })
})
