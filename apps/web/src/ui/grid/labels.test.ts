import { describe, expect, test } from 'vitest'
import { fill, GRID_LABELS } from './labels.ts'

const placeholders = (value: unknown): string =>
  JSON.stringify([...JSON.stringify(value).matchAll(/\{\w+\}/gu)].map(([name]) => name).sort())

describe('words of the grid', () => {
  test('Chinese and English have the same words with the same places to fill in', () => {
    const { 'zh-CN': zh, en } = GRID_LABELS
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const key of Object.keys(zh) as (keyof typeof zh)[])
      expect(`${key} ${placeholders(en[key])}`).toBe(`${key} ${placeholders(zh[key])}`)
  })

  test('a place without a value stays visible', () => {
    expect(fill('{n} 格，{what}', { n: 3 })).toBe('3 格，{what}')
  })
})
