import type { ProblemCode } from '@yingce/domain/sheets/sheet-problem'
import type { Words } from '../language.ts'

/** Sentences for the findings of an import; {name} is filled from the finding's params. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, Words>> = {
  no_table: { zh: '文件里没有表格', en: 'the file holds no table' },
  empty_sheet: { zh: '空工作表', en: 'empty sheet' },
  hidden_sheet: {
    zh: '隐藏的工作表：已识别，默认不导入',
    en: 'hidden sheet: recognised, not imported by default',
  },
  hidden_rows: { zh: '{count} 个隐藏行未计入', en: '{count} hidden rows were left out' },
  fuzzy_header: {
    zh: '表头“{header}”按相似度识别为 {field}，请确认',
    en: 'header "{header}" was taken for {field} by likeness: please check',
  },
  no_name: {
    zh: '这一行缺少名称（{field}），不能成为记录',
    en: 'the row has no {field}, so it cannot become a record',
  },
  cell_error: { zh: '单元格是错误值 {text}', en: 'the cell holds the error {text}' },
  unreadable_date: { zh: '读不出日期：“{text}”，按原文保留', en: 'no date in "{text}", kept as text' },
  unreadable_money: { zh: '读不出金额：“{text}”，按原文保留', en: 'no amount in "{text}", kept as text' },
  unreadable_number: { zh: '读不出数字：“{text}”，按原文保留', en: 'no number in "{text}", kept as text' },
  unreadable_ratio: { zh: '读不出比例：“{text}”，按原文保留', en: 'no ratio in "{text}", kept as text' },
  unreadable_choice: { zh: '不认识的状态：“{text}”，按原文保留', en: 'unknown state "{text}", kept as text' },
  unreadable_flag: {
    zh: '不是“是/否”：“{text}”，按原文保留',
    en: 'neither yes nor no: "{text}", kept as text',
  },
  unreadable_target: {
    zh: '目标里没有可读的数量：“{text}”，按原文保留',
    en: 'no readable figure in "{text}", kept as written',
  },
  year_missing: {
    zh: '{count} 个日期没有年份，用 --year 给出',
    en: '{count} dates have no year: give it with --year',
  },
  plan_start_missing: {
    zh: '{count} 个日期按计划周写，需要计划开始日期',
    en: '{count} dates count in weeks of the plan: its start is needed',
  },
  event_date_missing: {
    zh: '{count} 个日期按活动日倒推，需要活动日期',
    en: '{count} dates count back from the event: its day is needed',
  },
  ambiguous_date: {
    zh: '日期“{text}”有几种读法（{candidates}），按原文保留',
    en: '"{text}" could be {candidates}, kept as text',
  },
  number_as_date: { zh: '数字 {text} 读作 {date}', en: 'the number {text} was read as {date}' },
  doubtful_date: {
    zh: '数字 {text} 读作 {date}，也可能是 {doubt}，请确认',
    en: 'the number {text} was read as {date}, it may be {doubt}: please check',
  },
  percent_assumed: {
    zh: '“{header}”没有写单位，按 {reading} 读',
    en: '"{header}" names no unit, read as {reading}',
  },
  out_of_range: {
    zh: '“{text}”超出范围（应为 {range}），保留原文',
    en: '"{text}" is out of range (should be {range}); kept as text',
  },
  money_rounded: {
    zh: '金额“{text}”多于两位小数，已四舍五入到分',
    en: 'the amount "{text}" was rounded to hundredths',
  },
  shared_amount: {
    zh: '“{header}”的 {text} 合并了几行，只计一次，记在第一行',
    en: 'the {text} of "{header}" is merged over several rows: counted once, in the first',
  },
  filled_from_above: {
    zh: '“{header}”的空格沿用上一行（这种文件没有合并单元格）',
    en: 'blank cells of "{header}" took the cell above (the format has no merged cells)',
  },
  total_mismatch: {
    zh: '“{header}”的合计 {stated} 与各行之和 {computed} 不一致',
    en: 'the total {stated} of "{header}" differs from the sum of the rows, {computed}',
  },
  status_note: {
    zh: '状态“{text}”的说明记入备注',
    en: 'what the state "{text}" adds was put into the remark',
  },
  late_is_derived: {
    zh: '“{text}”读作进行中；是否延期由日期推出',
    en: '"{text}" was read as in progress; being late follows from the dates',
  },
  dependency_unmatched: {
    zh: '依赖“{text}”不是本表的任务，按原文保留',
    en: 'the dependency "{text}" is no task of this table, kept as text',
  },
  duration_reading: {
    zh: '“{header}”按 {reading} 计（{rows} 行中 {fits} 行吻合），以日期为准',
    en: '"{header}" counts as {reading} ({fits} of {rows} rows fit); the dates win',
  },
  duration_differs: {
    zh: '工期 {days} 与日期不一致，以日期为准',
    en: 'the duration {days} disagrees with the dates, which win',
  },
  period_missing: {
    zh: '表里没有日期，导入时需要给出期间',
    en: 'the table has no dates: its period has to be given on import',
  },
  unreadable_day: { zh: '“{text}”不是可读的日期', en: '"{text}" is not a date that can be read' },
  date_taken: {
    zh: '表里没有日期，按 {from} … {to} 计（依据：{by}）',
    en: 'the rows have no dates: counted for {from} … {to} (from the {by})',
  },
  undated_rows: {
    zh: '{count} 行没有可读的日期，不会导入',
    en: '{count} rows have no readable date and are not imported',
  },
  mixed_results: {
    zh: '“{header}”各行口径不同（{kinds}），不能相加，未计入',
    en: '"{header}" counts different things ({kinds}) and was left out',
  },
  mixed_currency: {
    zh: '各行币种不同（{currencies}），不能相加',
    en: 'the rows name several currencies ({currencies}), which do not add up',
  },
  not_additive: {
    zh: '“{field}”同一天有多行，不可相加，未计入',
    en: '{field} stands in several rows of one day and does not add up: left out there',
  },
  columns_added: { zh: '{headers} 相加为 {field}', en: '{headers} were added up to {field}' },
}

/** The sentence with its params filled in. */
export function fillWords(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  )
}
