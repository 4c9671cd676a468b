import { describe, expect, it } from 'vitest'
import { acceptanceStep, acceptanceText } from './acceptance-text.ts'

describe('X3, X7: acceptance', () => {
  it.each([
    ['in_progress', 'pending_acceptance', 'handed_in'],
    ['not_started', 'pending_acceptance', 'handed_in'],
    ['pending_acceptance', 'done', 'accepted'],
    ['pending_acceptance', 'in_progress', 'returned'],
    ['pending_acceptance', 'not_started', 'returned'],
    ['pending_acceptance', 'pending_acceptance', null],
    ['pending_acceptance', 'cancelled', null],
    ['in_progress', 'done', null],
  ])('%s to %s is %s', (from, to, step) => {
    expect(acceptanceStep(from, to)).toBe(step)
  })

  it('one task is named in the title, with its standard only for whoever accepts', () => {
    const task = { name: '海报终稿', standard: '三个尺寸，法务已看' }
    expect(acceptanceText('handed_in', [task])).toEqual({
      title: { zh: '待验收：海报终稿', en: 'To accept: 海报终稿' },
      body: { zh: '验收标准：三个尺寸，法务已看', en: 'Standard: 三个尺寸，法务已看' },
    })
    expect(acceptanceText('returned', [task]).body).toEqual({ zh: '', en: '' })
  })

  it('of seven tasks five are named and two counted', () => {
    const tasks = Array.from({ length: 7 }, (_, index) => ({ name: `任务${index}`, standard: null }))
    const { title, body } = acceptanceText('accepted', tasks)
    expect(title).toEqual({ zh: '已通过验收 7 项', en: 'Accepted: 7 tasks' })
    expect(body.zh.split('\n')).toEqual(['任务0', '任务1', '任务2', '任务3', '任务4', '还有 2 项'])
  })
})
