import type { SheetLayout } from '../layout.ts'
import * as also from './shared-synonyms.ts'

/** T2 阶段执行明细表; the title names the phase and its period. */
export const EXECUTION_DETAIL: SheetLayout = {
  kind: 'execution-detail',
  entity: 'execution_step',
  zh: '阶段执行明细表',
  en: 'Phase execution detail',
  nameHints: ['执行明细', '明细表', '执行细则', 'execution detail'],
  identity: 'name',
  columns: [
    { field: 'phase', reads: { as: 'phase' }, zh: '推广阶段', en: 'Phase', synonyms: also.PHASE, groups: true, optional: true },
    { field: 'period', reads: { as: 'period', start: 'startDate', end: 'endDate' }, zh: '日期', en: 'Date', synonyms: [...also.PERIOD, '执行日期', '日期范围', 'Day', 'Execution date'] },
    { field: 'name', zh: '任务内容', en: 'Task', synonyms: also.TASK_NAME },
    { field: 'steps', zh: '具体执行步骤', en: 'Steps', synonyms: ['执行步骤', '具体步骤', '步骤', '执行内容', '执行细节', '具体执行内容', '具体执行', 'Execution steps', 'Concrete steps', 'Actions'] },
    { field: 'owner', zh: '负责人', en: 'Owner', synonyms: also.OWNER },
    { field: 'plannedFinish', zh: '计划完成时间', en: 'Planned finish', synonyms: ['计划完成', '应完成时间', '计划结束时间', '要求完成时间', '预计完成时间', '计划完成日期', '截止时间', 'Planned completion', 'Due', 'Deadline', 'Due time', 'Planned finish time'] },
    { field: 'actualFinish', zh: '实际完成时间', en: 'Actual finish', synonyms: ['实际完成', '实际结束时间', '完成时间', '实际完成日期', 'Actual completion', 'Completed at', 'Finished at', 'Actual finish time'] },
    { field: 'status', zh: '完成状态(未开始/进行中/已完成/延期)', en: 'Status (not started/in progress/done/delayed)', synonyms: also.STATUS },
    { field: 'coordination', zh: '需协调资源', en: 'Coordination needed', synonyms: ['协调资源', '需要协调资源', '需协调事项', '协调需求', '需协调', '资源协调', 'Coordination', 'Resources to coordinate', 'Support needed'] },
    { field: 'feedback', zh: '问题与反馈', en: 'Problems and feedback', synonyms: ['问题反馈', '问题及反馈', '反馈', '问题记录', '问题', 'Feedback', 'Issues', 'Issues and feedback', 'Problems'] },
    { field: 'rowNumber', reads: { as: 'ignored' }, zh: '序号', en: 'No.', synonyms: also.ROW_NUMBER, optional: true },
  ],
}
