import { z } from 'zod'
import { Id, LocaleCode } from '../common.ts'
import { defineRoute } from '../route.ts'

const PlanParams = z.strictObject({ planId: Id })

export const exportWorkbook = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/workbook',
  operationId: 'exportWorkbook',
  tag: 'export',
  permission: 'export.run',
  summary:
    'The plan as the team’s workbook: tracker, execution detail, effect analysis, and what else it holds',
  params: PlanParams,
  query: z.strictObject({ locale: LocaleCode.default('zh-CN') }),
  binary: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    description: 'XLSX with hidden record ids',
  },
})

export const exportReview = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/documents/effect-evaluation',
  operationId: 'exportReview',
  tag: 'export',
  permission: 'export.run',
  summary: 'The review document 推广效果评估报告',
  params: PlanParams,
  query: z.strictObject({ locale: LocaleCode.default('zh-CN') }),
  binary: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    description: 'DOCX',
  },
})
