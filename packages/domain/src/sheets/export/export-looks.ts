import type { CellLook, ConditionalColors } from '../workbook-document.ts'

const INK = '1F2A37'
const LINE = 'CBD2DB'
const body = { border: 'thin', borderColor: LINE, fontColor: INK, verticalAlign: 'center' } as const

/** How the cells of an exported workbook look, by name. */
export const EXPORT_LOOKS = {
  title: { bold: true, fontSize: 14, align: 'left', fontColor: INK, verticalAlign: 'center' },
  header: {
    bold: true,
    fill: 'E7EDF6',
    fontColor: INK,
    align: 'center',
    wrap: true,
    border: 'thin',
    borderColor: LINE,
  },
  text: { ...body, wrap: true },
  center: { ...body, align: 'center', wrap: true },
  group: { ...body, align: 'center', wrap: true, bold: true, fill: 'F5F7FA' },
  number: { ...body, align: 'right' },
  unread: { ...body, wrap: true, fill: 'FDF4E3' },
  total: { ...body, bold: true, border: 'topMedium', fill: 'F5F7FA' },
  totalNumber: { ...body, bold: true, border: 'topMedium', fill: 'F5F7FA', align: 'right' },
  mark: { fontColor: '9AA3AF' },
} as const satisfies Readonly<Record<string, CellLook>>

export type ExportLook = keyof typeof EXPORT_LOOKS

/** Colours of meaning; never the only sign, the word stands in the cell. */
export const GOOD: ConditionalColors = { fill: 'E3F4E8', fontColor: '1B6B36' }
export const RUNNING: ConditionalColors = { fill: 'E6EEFB', fontColor: '1F4E9E' }
export const WAITING: ConditionalColors = { fill: 'FDF1DA', fontColor: '8A5200' }
export const BAD: ConditionalColors = { fill: 'FCE8E6', fontColor: 'B42318' }
export const BAD_TEXT: ConditionalColors = { fontColor: 'B42318', bold: true }
export const GONE: ConditionalColors = { fill: 'F1F3F5', fontColor: '7A8794' }
export const BAR_COLOR = '9DBDF2'
