import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T11 风险预案表. */
export const RISK: SheetLayout = {
  kind: 'risk',
  entity: 'risk',
  zh: '风险预案表',
  en: 'Risk plan',
  nameHints: ['风险预案', '风险表', '风险清单', '风险登记', '风险', 'risk'],
  identity: 'name',
  columns: [
    { field: 'name', zh: '风险', en: 'Risk', synonyms: ['风险描述', '风险点', '风险名称', '风险事项', '潜在风险', '风险内容', '风险项', '风险因素', 'Risk description', 'Risk name', 'Risk event'] },
    { field: 'category', zh: '风险类别', en: 'Category', synonyms: ['类别', '风险类型', '类型', '分类', '风险分类', 'Risk category', 'Risk type', 'Type'], groups: true },
    { field: 'likelihood', zh: '可能性', en: 'Likelihood', synonyms: ['发生概率', '概率', '发生可能性', '可能性等级', '发生几率', 'Probability', 'Chance'] },
    { field: 'impact', zh: '影响程度', en: 'Impact', synonyms: ['影响', '严重程度', '影响范围', '影响等级', '风险等级', '后果', 'Severity', 'Consequence', 'Effect'] },
    { field: 'trigger', zh: '触发条件', en: 'Trigger', synonyms: ['预警信号', '触发信号', '触发指标', '预警指标', '触发', '预警条件', 'Trigger condition', 'Warning sign', 'Early warning'] },
    { field: 'response', zh: '应对措施', en: 'Response', synonyms: ['预案', '应急预案', '应对方案', '风险预案', '应对策略', '解决方案', '处理措施', '应急措施', 'Response plan', 'Mitigation', 'Contingency', 'Contingency plan', 'Action'] },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'resources', zh: '所需资源', en: 'Resources', synonyms: also.RESOURCES },
    { field: 'state', zh: '状态', en: 'State', synonyms: [...also.STATUS, '风险状态', '处理状态'] },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
