import type { Problem } from '@yingce/contracts/error'
import { confirmImport, type ImportView, updateImport } from '@yingce/contracts/import/import'
import type { BodyInputOf } from '@yingce/contracts/route'
import {
  exportMarkRows,
  META_SHEET,
  RECORD_ID_HEADER,
  RECORD_VERSION_HEADER,
} from '@yingce/domain/sheets/export-marks'
import type { CellValue, MergedRange } from '@yingce/domain/sheets/workbook'
import type { WritableValue } from '@yingce/domain/sheets/workbook-document'
import { writeWorkbook } from '@yingce/office/sheet-io/write-workbook'
import type { Person } from '../../testing/test-server.ts'
import type { TestClient } from '../../testing/test-client.ts'

export type Cells = readonly (readonly CellValue[])[]

export interface TestSheet {
  readonly name: string
  readonly rows: Cells
  readonly merges?: readonly MergedRange[]
  readonly hidden?: boolean
}

/** The bytes of an .xlsx file with these cells. */
export async function bookOf(sheets: readonly TestSheet[]): Promise<Uint8Array> {
  return writeWorkbook({
    title: 'test',
    looks: {},
    sheets: sheets.map(({ name, rows, merges = [], hidden = false }) => ({
      name,
      merges,
      hidden,
      columns: Array.from({ length: Math.max(...rows.map((row) => row.length), 1) }, () => ({ width: 12 })),
      rows: rows.map((row) => ({
        cells: row.map((value) => (value === null ? null : { value: value as WritableValue })),
      })),
    })),
  })
}

export const TRACKER_HEADER = [
  '推广阶段',
  '核心目标',
  '关键任务',
  '任务负责人',
  '计划开始时间',
  '计划结束时间',
  '实际开始时间',
  '实际结束时间',
  '预算金额(元)',
  '实际支出(元)',
  '执行进度(%)',
  '核心KPI指标',
  '当前达成值',
  '问题记录',
  '解决方案',
  '备注',
]

/** One task of a tracker: phase, name, owner, planned days (from, to), budget and spend in yuan, progress in percent. */
export function trackerRow(
  phase: string,
  name: string,
  owner: string,
  from: CellValue,
  to: CellValue,
  budget: CellValue,
  spent: CellValue,
  progress: CellValue = 0,
  more: Partial<Record<'kpi' | 'reached' | 'issue', string>> = {},
): CellValue[] {
  return [
    phase,
    null,
    name,
    owner,
    from,
    to,
    null,
    null,
    budget,
    spent,
    progress,
    more.kpi ?? null,
    more.reached ?? null,
    more.issue ?? null,
    null,
    null,
  ]
}

export function trackerSheet(
  rows: Cells,
  title = '夏季推广主跟踪表(推广周期:2025年5月1日-2025年6月20日)',
  name = '主跟踪表',
): TestSheet {
  return { name, rows: [[title], TRACKER_HEADER, ...rows] }
}

/** A sheet as we export it: ids and versions in two columns behind the others, and the hidden sheet that names the plan. */
export function returning(
  sheet: TestSheet,
  headerRow: number,
  marks: readonly (readonly [id: string | null, version: number | null])[],
  planId: string,
): TestSheet[] {
  const rows = sheet.rows.map((row, index) => {
    const width = TRACKER_HEADER.length
    const padded = [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => null)]
    if (index + 1 === headerRow) return [...padded, RECORD_ID_HEADER, RECORD_VERSION_HEADER]
    const mark = marks[index - headerRow]
    return index < headerRow || mark === undefined ? row : [...padded, mark[0], mark[1]]
  })
  return [
    { ...sheet, rows },
    {
      name: META_SHEET,
      rows: exportMarkRows({ planId, exportId: crypto.randomUUID(), locale: 'zh-CN' }),
      hidden: true,
    },
  ]
}

export interface UploadAnswer {
  readonly status: number
  readonly body: ImportView
  readonly problem: Problem | undefined
}

/** Sends a file as the page does. */
export async function upload(
  client: TestClient,
  bytes: Uint8Array | string,
  fileName: string,
  fields: Record<string, string> = {},
): Promise<UploadAnswer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), fileName)
  return sendUpload(client, form)
}

export async function sendUpload(
  client: TestClient,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
): Promise<UploadAnswer> {
  const auth: Record<string, string> =
    client.token === null
      ? { origin: client.origin, 'sec-fetch-site': 'same-origin', cookie: client.cookie }
      : { authorization: `Bearer ${client.token}` }
  const response = await fetch(`${client.origin}/api/imports`, {
    method: 'POST',
    body: body ?? null,
    headers: { ...auth, ...headers },
  })
  const json = (await response.json()) as unknown
  return {
    status: response.status,
    body: json as ImportView,
    problem: response.ok ? undefined : (json as Problem),
  }
}

/** Uploads, answers nothing, confirms. */
export async function importFile(
  client: Person,
  bytes: Uint8Array | string,
  fileName: string,
  body: BodyInputOf<typeof confirmImport> = {},
  fields: Record<string, string> = {},
): Promise<ImportView> {
  const draft = await upload(client, bytes, fileName, fields)
  if (draft.problem !== undefined) throw new Error(`upload: ${JSON.stringify(draft.problem)}`)
  const confirmed = await client.call(confirmImport, { params: { importId: draft.body.id }, body })
  if (confirmed.problem !== undefined) throw new Error(`confirm: ${JSON.stringify(confirmed.problem)}`)
  return confirmed.body
}

export async function patch(
  client: TestClient,
  importId: string,
  body: BodyInputOf<typeof updateImport>,
): Promise<UploadAnswer> {
  return client.call(updateImport, { params: { importId }, body }) as Promise<UploadAnswer>
}
