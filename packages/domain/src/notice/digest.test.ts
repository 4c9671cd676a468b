import { describe, expect, it } from 'vitest'
import { batchesOf, digestMessage, singleMessage } from './digest.ts'
import type { OutgoingNotice } from './digest.ts'
import type { NoticeKind, NoticeSeverity } from './notice-kinds.ts'

const notice = (kind: NoticeKind, name: string, severity: NoticeSeverity = 'info'): OutgoingNotice => ({
  kind,
  severity,
  title: { zh: `${name}到期`, en: `${name} is due` },
  body: { zh: '负责人：张三\n计划：夏季推广', en: 'Owner: Zhang\nPlan: Summer' },
  link: `/plans/p/tracker?record=${name}`,
})
const waiting = (singles: number, digests: number) => [
  ...Array.from({ length: singles }, (_, index) => ({ id: `s${index}`, isDigest: false })),
  ...Array.from({ length: digests }, (_, index) => ({ id: `d${index}`, isDigest: true })),
]

describe('notice: what leaves together (X7)', () => {
  it.each([
    ['five waiting leave as five messages', 5, 0, [1, 1, 1, 1, 1]],
    ['six waiting leave as one', 6, 0, [6]],
    ['two and a digest of three leave as three messages', 2, 3, [1, 1, 3]],
    ['a digest alone is one message', 0, 40, [40]],
    ['six singles take the digest along', 6, 2, [8]],
    ['nothing waiting is no message', 0, 0, []],
  ])('%s', (_rule, singles, digests, sizes) => {
    const batches = batchesOf(waiting(singles, digests))
    expect(batches.map((batch) => batch.length)).toEqual(sizes)
    expect(new Set(batches.flat().map(({ id }) => id)).size).toBe(singles + digests)
  })
})

describe('notice: the message', () => {
  it('of one notice has its title, the lines of its body and its link', () => {
    expect(singleMessage(notice('due', 'A'), 'zh-CN')).toEqual({
      title: 'A到期',
      lines: [
        { text: '负责人：张三', link: null },
        { text: '计划：夏季推广', link: null },
      ],
      link: '/plans/p/tracker?record=A',
      severity: 'info',
    })
  })

  it('of one notice in a digest is the notice itself', () => {
    expect(digestMessage([notice('due', 'A')], 'en').title).toBe('A is due')
  })

  it('of several counts them, puts critical first and orders by kind', () => {
    const message = digestMessage(
      [notice('report', 'R'), notice('due', 'D'), notice('alert', 'X', 'critical'), notice('milestone', 'M')],
      'zh-CN',
    )
    expect(message.title).toBe('4 条通知')
    expect(message.severity).toBe('critical')
    expect(message.lines.map(({ text }) => text)).toEqual([
      '预警：X到期',
      '里程碑：M到期',
      '即将到期：D到期',
      '报告：R到期',
    ])
  })

  it('shows 30 of 42 lines and counts the other 12', () => {
    const message = digestMessage(
      Array.from({ length: 42 }, (_, index) => notice('due', `T${index}`)),
      'en',
    )
    expect(message.lines).toHaveLength(31)
    expect(message.lines.at(-1)).toEqual({ text: 'and 12 more', link: '/inbox' })
  })
})
