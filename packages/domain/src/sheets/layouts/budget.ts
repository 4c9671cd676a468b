import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T10 预算分配表. */
export const BUDGET: SheetLayout = {
  kind: 'budget',
  entity: 'budget_line',
  zh: '预算分配表',
  en: 'Budget',
  nameHints: ['预算分配', '预算表', '预算明细', '费用预算', '预算审批', 'budget'],
  identity: 'name',
  columns: [
    { field: 'name', zh: '预算项目', en: 'Budget item', synonyms: ['渠道/阶段/物料', '项目', '费用项目', '预算科目', '费用项', '预算项', '明细', '用途', '名称', '费用名称', '科目', '渠道', '阶段', '物料', '推广渠道', '费用明细', 'Item', 'Line', 'Budget line', 'Name', 'Channel', 'Purpose'] },
    { field: 'category', zh: '类别', en: 'Category', synonyms: ['预算类别', '费用类别', '费用类型', '分类', '类型', '大类', '预算类型', '预算分类', 'Type', 'Cost type'], groups: true },
    { field: 'share', zh: '占比(%)', en: 'Share (%)', synonyms: ['比例', '预算占比', '占总预算比例', '预算比例', '分配比例', 'Percentage', 'Percent', 'Proportion', '% of total'] },
    { field: 'budget', zh: '预算金额(元)', en: 'Budget (yuan)', synonyms: ['金额', '预算', '预算费用', '计划金额', '分配金额', '预算额', '预算数', 'Amount', 'Budget amount', 'Planned'] },
    { field: 'spent', zh: '已支出(元)', en: 'Spent (yuan)', synonyms: ['实际支出', '已花费', '实际花费', '已用金额', '实际金额', '支出', '已使用', '实际费用', '实际支出金额', 'Actual', 'Actual spend', 'Used', 'Spend'] },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'approval', zh: '审批状态', en: 'Approval', synonyms: ['审批', '审批情况', '审批进度', '审核状态', 'Approval status', 'Approval state', 'Approved'] },
    { field: 'remark', zh: '备注', en: 'Remark', synonyms: also.REMARK },
    { field: 'remaining', reads: { as: 'ignored' }, zh: '剩余(元)', en: 'Remaining (yuan)', synonyms: ['剩余', '余额', '结余', '剩余预算', '剩余金额', 'Balance', 'Left'], optional: true },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
