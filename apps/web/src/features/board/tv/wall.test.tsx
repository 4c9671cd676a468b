// @vitest-environment happy-dom
import i18next from 'i18next'
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import boards from '../../../locales/en/boards.json'
import { ToldDoubleCounts } from '../DoubleCountNotes.tsx'
import { SetAsideNotes } from '../SetAsideNotes.tsx'
import { TvFigures } from './TvFigures.tsx'

let root: Root
let host: HTMLElement
const show = (page: ReactNode): void => act(() => root.render(page))

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { boards } } })
})
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

const setAside = (pairId: string) => ({
  pairId,
  metric: 'clicks' as const,
  trusted: 'Platform',
  other: 'Site',
  counted: 100,
  setAside: 90,
})

const found = (channel: string) => ({
  metric: 'clicks' as const,
  channels: [channel],
  days: 7,
  first: 100,
  second: 90,
  firstName: 'Platform',
  secondName: 'Site',
  currency: null,
})

describe('M11: what is to be known of the figures, below a slide of the wall', () => {
  test('of 5 double counts 2 are told in words and 3 by their number; of 2 both, and nothing more', () => {
    const five = ['A', 'B', 'C', 'D', 'E'].map(found)
    show(<ToldDoubleCounts items={five} canAnswer={false} isOnWall />)
    const texts = [...host.querySelectorAll('p')].map((note) => note.textContent)
    expect(texts).toHaveLength(3)
    expect(texts[2]).toBe('3 more figures may count the same thing twice.')
    show(<ToldDoubleCounts items={five.slice(0, 2)} canAnswer={false} isOnWall />)
    expect(host.querySelectorAll('p')).toHaveLength(2)
  })

  test('of 4 figures with a source left out 2 are told in words and 2 by their number; at a desk all 4', () => {
    const four = ['A', 'B', 'C', 'D'].map(setAside)
    show(<SetAsideNotes items={four} canCompare={false} isOnWall />)
    const texts = [...host.querySelectorAll('p')].map((note) => note.textContent)
    expect(texts).toHaveLength(3)
    expect(texts[0]).toContain('Platform counts with 100')
    expect(texts[2]).toBe('2 more figures come from one of their sources alone.')
    show(<SetAsideNotes items={four} canCompare={false} />)
    expect(host.querySelectorAll('p')).toHaveLength(4)
  })
})

describe('B5: targets on the English wall', () => {
  test('≥2000万次 stands as ≥ 20,000,000 times; what is not a quantity stays as written', () => {
    const mark = (recordId: string, text: string) =>
      ({ metric: 'impressions', recordId, text, status: 'met', due: 20_000_000, attainment: 1 }) as const
    show(
      <TvFigures
        metrics={['impressions']}
        values={{ impressions: 21_000_000 }}
        previous={null}
        marks={[mark('a', '≥2000万次'), mark('b', '明显提升')]}
      />,
    )
    const texts = [...host.querySelectorAll('dd')].map((line) => line.textContent)
    expect(texts.some((text) => text.includes('≥ 20,000,000 times'))).toBe(true)
    expect(texts.some((text) => text.includes('明显提升'))).toBe(true)
    expect(host.textContent).not.toContain('万')
  })
})
