import { describe, expect, it } from 'vitest'
import type { ReportDocument } from '../report-document.ts'
import { textBlocks } from './document-section.ts'
import { sectionsOf } from './sections-of.ts'

const report: ReportDocument = {
  language: 'zh-CN',
  title: '周复盘报告',
  facts: [],
  blocks: [
    { kind: 'paragraph', spans: [{ text: '前言' }] },
    { kind: 'heading', level: 1, text: '一、小结', section: 'summary' },
    { kind: 'paragraph', spans: [{ text: '本周' }, { text: '达标', bold: true }] },
    {
      kind: 'list',
      ordered: false,
      items: [[{ text: '小红书阅读 18 万' }], [{ text: '抖音花费 10 万' }]],
    },
    { kind: 'table', columns: [{ title: '渠道' }], rows: [{ cells: [{ text: '抖音' }] }] },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: '二、下周', section: 'next' },
  ],
}

describe('R2: sections of a document as a person edits them', () => {
  it('each has its title, its sentences and its data; what stands before the first belongs to none', () => {
    expect(sectionsOf(report)).toMatchObject([
      {
        id: 'summary',
        title: '一、小结',
        text: '本周达标\n\n- 小红书阅读 18 万\n- 抖音花费 10 万',
        data: [{ kind: 'table' }],
      },
      { id: 'next', title: '二、下周', text: '', data: [] },
    ])
  })
  it('a text that nobody changed is read back as the same paragraphs and lists', () => {
    expect(textBlocks(sectionsOf(report)[0]?.text ?? '')).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'list', ordered: false, items: [[{ text: '小红书阅读 18 万' }], [{ text: '抖音花费 10 万' }]] },
    ])
  })
  it('what stands out says its title first, with the colon of its language', () => {
    const callout = { kind: 'callout', tone: 'bad', title: '1', spans: [{ text: '2' }] } as const
    const textIn = (language: ReportDocument['language']) =>
      sectionsOf({
        ...report,
        language,
        blocks: [{ kind: 'heading', level: 1, text: '0', section: 'summary' }, callout],
      })[0]?.text
    expect([textIn('zh-CN'), textIn('en')]).toEqual(['1：2', '1: 2'])
  })
})
