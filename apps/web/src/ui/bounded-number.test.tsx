// @vitest-environment happy-dom
import { Form } from 'antd'
import i18next from 'i18next'
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import zh from '../locales/zh-CN/errors.json'
import { BoundedItem } from './BoundedItem.tsx'
import { BoundedNumber } from './BoundedNumber.tsx'

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })

const told: (number | null)[] = []
let root: Root
let input: HTMLInputElement

function Days() {
  const [days, setDays] = useState<number | null>(30)
  return (
    <BoundedNumber
      bounds={{ min: 1, max: 365 }}
      value={days}
      onChange={(next) => {
        told.push(next)
        setDays(next)
      }}
    />
  )
}

/** Types as a person does, then leaves the field. */
function type(text: string) {
  act(() => {
    input.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  act(() => input.blur())
}

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { errors: zh } } })
})
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  told.length = 0
  const host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  act(() => root.render(<Days />))
  input = host.querySelector('input') as HTMLInputElement
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

describe('a number with bounds', () => {
  test('400 of 1 to 365 days stays as typed after the field is left, and the bounds are said', () => {
    type('400')
    expect(input.value).toBe('400')
    expect(document.querySelector('[role=alert]')?.textContent).toBe('应在 1 到 365 之间。')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      '365',
    )
    expect(told).toEqual([400])
  })

  test('put right, it says nothing any more; the bounds themselves are allowed', () => {
    type('0')
    expect(document.querySelector('[role=alert]')).not.toBeNull()
    type('365')
    expect([input.value, document.querySelector('[role=alert]'), told.at(-1)]).toEqual(['365', null, 365])
  })

  test('no input of a page has bounds of the kit, which change a number in silence, nor bounds of its own', () => {
    const kits = Object.entries(sources)
      .filter(([, text]) => /\bInputNumber\b/u.test(text))
      .map(([path]) => path)
    expect(Object.keys(sources).length).toBeGreaterThan(100)
    expect(kits.toSorted()).toEqual(['./BoundedItem.tsx', './BoundedNumber.tsx'])
    for (const path of kits) expect(sources[path]).not.toMatch(/<InputNumber\b[^>]*\s(?:min|max)=/su)
  })
})

describe('a number with bounds in a form', () => {
  test('400 of 1 to 365 days stays as typed, the bounds are said, and the form is not sent', async () => {
    const sent: unknown[] = []
    act(() =>
      root.render(
        <Form onFinish={(values) => sent.push(values)}>
          <BoundedItem name="days" label="Days" bounds={{ min: 1, max: 365 }} isWhole />
        </Form>,
      ),
    )
    input = document.querySelector('input') as HTMLInputElement
    /** Sends the form and lets it check itself and say so: each turn renders what the last one asked for. */
    const send = async () => {
      act(() => {
        document
          .querySelector('form')
          ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
      })
      for (let turn = 0; turn < 5; turn++)
        await act(async () => {
          await new Promise((resolve) => {
            setTimeout(resolve, 40)
          })
        })
    }
    type('400')
    await send()
    expect([input.value, sent]).toEqual(['400', []])
    expect(document.querySelector('form')?.textContent).toContain('应在 1 到 365 之间。')
    type('365')
    await send()
    expect(sent).toEqual([{ days: 365 }])
  })
})
