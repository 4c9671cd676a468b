import type { ReportWords } from './report-words.ts'

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The report in Chinese. */
export const CHINESE: ReportWords = {
  title: '推广效果评估报告',
  columns: {
    source: '任务 / 目标', metric: '指标', target: '目标', actual: '实际', attainment: '达成率', status: '状态', channel: '渠道',
    content: '渠道 · 内容', impressions: '曝光量', clicks: '点击量', ctr: '点击率', conversions: '转化量', cvr: '转化率', cost: '成本',
    cpa: '获客成本', sales: '销售额', roas: 'ROAS', roi: 'ROI', advice: '优化建议', phase: '阶段', tasks: '任务', done: '完成',
    budget: '预算', spent: '支出', share: '执行率', progress: '进度', trackerSpend: '跟踪表支出', effectCost: '效果表成本',
    difference: '差额', task: '任务', owner: '负责人', plannedEnd: '计划结束', daysLate: '延期', issue: '问题', solution: '解决方案',
    date: '日期', event: '事项',
  },
  status: { met: '达标', at_risk: '预警', missed: '未达标', no_data: '无数据', not_started: '未开始' },
  numbered: (index, heading) => `${NUMBERS[index] ?? index + 1}、${heading}`,
  join: (parts) => parts.join(''),
  listed: (names, rest) => `${names.join('、')}${rest > 0 ? `等 ${names.length + rest} 项` : ''}`,
  table: (number, caption) => `表 ${number}　${caption}`,
  figure: (number, caption) => `图 ${number}　${caption}`,
  days: (count) => `${count} 天`,
  colon: '：',
  ofTask: (task, metric) => `${task}的${metric}`,
  named: (name, owner) => `${name}（${owner}）`,
  sentenceEnd: '。',
  clauseEnd: '；',
  total: '合计',
  pageFooter: '由营策根据计划数据生成',
  facts: {
    plan: '推广计划', period: '推广周期', asOf: '数据截至', state: '当前状态', currency: '币种',
    between: (start, end) => `${start} 至 ${end}`,
    running: (week, phase, daysLeft) =>
      [week === null ? '' : `第 ${week} 周`, phase ?? '', daysLeft === 0 ? '最后一天' : `剩余 ${daysLeft} 天`].filter((part) => part !== '').join('，'),
    ended: '已结束', notStarted: '未开始',
  },
  headings: {
    conclusion: '结论', targets: '目标与结果', channels: '渠道效果', money: '费用', work: '进展与问题', contradictions: '待核对的数据',
    next: '下一步', method: '口径说明',
  },
  conclusion: {
    kpisAllMet: '指标全部达标', kpisMet: (met, judged) => `${judged} 项指标中 ${met} 项达标`,
    overBudget: '支出超出预算', inBudget: '支出在预算内', ahead: '进度快于时间', behind: (points) => `进度落后 ${points} 个百分点`, onTime: '进度与时间同步',
    noData: '尚无可评估的数据',
    tasks: (today, done, all, share) => `截至 ${today}，${all} 项任务完成 ${done} 项（${share}）。`,
    expected: (progress, expected, isBehind, points) =>
      `加权进度 ${progress}，按时间应为 ${expected}${isBehind === null ? '，两者相符。' : `，${isBehind ? '落后' : '领先'} ${points} 个百分点。`}`,
    money: (spent, planned, share, remaining) => `已支出 ${spent}，为预算 ${planned} 的 ${share}，剩余 ${remaining}。`,
    spentOnly: (spent) => `已支出 ${spent}，计划未填预算。`,
    over: (spent, planned, by) => `已支出 ${spent}，超出预算 ${planned} 共 ${by}。`,
    reserve: (reserve) => `应急储备金 ${reserve} 单列，未计入。`,
    effect: (cost, conversions, sales) => `渠道投放成本 ${cost}，带来转化 ${conversions}、销售额 ${sales}：`,
    returns: (cpa, roas, roi) => `获客成本 ${cpa}，ROAS ${roas}，ROI ${roi}。`,
    bestAndWorst: (best, bestRoas, worst, worstRoas) => `ROAS 最高的是${best}（${bestRoas}），最低的是${worst}（${worstRoas}）。`,
    kpis: (judged, met, atRisk, missed) =>
      `已有数据的 ${judged} 项指标中，达标 ${met} 项${atRisk > 0 ? `、预警 ${atRisk} 项` : ''}${missed > 0 ? `、未达标 ${missed} 项` : ''}`,
    kpisOpen: (noData, notStarted) =>
      `；另有${[noData > 0 ? ` ${noData} 项无数据` : '', notStarted > 0 ? ` ${notStarted} 项未开始` : ''].filter((part) => part !== '').join('、')}`,
    missed: (names) => `未达标的是：${names}。`,
    late: (count, name, days) => `${count} 项任务延期，最久的是“${name}”，已 ${days} 天。`,
    contradictions: (count) => `有 ${count} 处数据自相矛盾，结论以核对后为准。`,
  },
  figures: {
    tasks: '任务完成', tasksNote: (progress) => `加权进度 ${progress}`, spent: '支出', spentNote: (share) => `占预算 ${share}`,
    roas: 'ROAS', roasNote: (roi) => `ROI ${roi}`, cpa: '获客成本', cpaNote: (conversions) => `转化 ${conversions}`,
    kpis: '指标达标', kpisNote: (missed, atRisk) => (missed + atRisk === 0 ? '无未达标' : `未达标 ${missed} · 预警 ${atRisk}`),
  },
  targets: {
    ofPlan: '计划目标与实际', ofTasks: '任务指标与实际', notStarted: (names) => `尚未开始：${names}。`,
    note: '状态按填写的比较符（≥、≤ 等）用未取整的数值判断；达成率最高显示 200%。进行中的累计指标与截至前一日应完成的份额相比，低于 100% 为预警，低于 90% 为未达标；比率指标与目标相差 10% 以内为预警。',
    more: (count) => `另有 ${count} 项未列出，见计划看板。`, none: '计划中没有填写目标或 KPI。',
  },
  channels: {
    traffic: '各渠道流量与转化', returns: '各渠道成本与回报', contents: '分内容明细', roasChart: '各渠道 ROAS', costChart: '每日消耗', ctrChart: '每日点击率',
    ratioNote: '合计行的比率由分子、分母各自合计后相除，只计两者都有数据的行；“—”表示缺少数据，不以 0 代替。',
    returnIs: (kind, matches, rows) =>
      kind === 'unknown'
        ? `原表“ROI”一列的 ${rows} 行数值既不全符合 ROAS，也不全符合 ROI，本报告不采用，按成本与销售额另行计算。`
        : `原表“ROI”一列有 ${matches}/${rows} 行等于${kind === 'roas' ? '“销售额 ÷ 成本”，即 ROAS' : '“（销售额 − 成本）÷ 成本”，即 ROI'}；本报告将 ROAS 与 ROI 分列。`,
    disagreement: (row, field, stated, computed) => `${row}：原表${field} ${stated}，按数据应为 ${computed}`,
    disagreements: '原表数值与数据不符', best: (channel, roas) => `${channel}的 ROAS 最高，为 ${roas}。`, peak: (day, cost) => `消耗最高的一天是 ${day}，为 ${cost}。`,
    ctrRange: (low, high) => `点击率在 ${low} 与 ${high} 之间。`, none: '计划中没有渠道效果数据。',
  },
  money: {
    caption: '各阶段预算与支出',
    note: (reserve) => `预算与支出取自主跟踪表的任务，已取消的任务不计。${reserve === null ? '' : `应急储备金 ${reserve} 不在其中。`}`,
    total: (total, planned, reserve) => `总预算 ${total}，其中可分配 ${planned}，应急储备金 ${reserve}。`,
    reconciliation: '跟踪表支出与效果表成本对照', reconciliationNote: '两者来源不同，只作对照，不相加。差额 = 效果表成本 − 跟踪表支出。任务按名称与策略归到渠道。',
    sourcesAgree: (amount) => `主跟踪表的支出与效果分析表的成本逐渠道一致，均为 ${amount}（两者只作对照，不相加）。`,
    noChannel: '未对应渠道的任务', none: '计划中没有填写预算或支出。',
  },
  work: {
    late: '延期的任务', lateMore: (shown, all) => `共 ${all} 项，列出前 ${shown} 项。`, noneLate: '没有延期的任务。', issues: '问题与解决方案', noSolution: '尚无',
  },
  contradictions: {
    intro: (count) => `以下 ${count} 处填写互相矛盾，请负责人核对：`, none: '没有发现自相矛盾的数据。',
    taskStatus: { not_started: '未开始', in_progress: '进行中', pending_acceptance: '待验收', done: '已完成', cancelled: '已取消' },
    sentence: {
      done_without_actual_end: () => '已完成，但没有填实际结束时间',
      actual_end_while_open: ({ actualEnd, status }) => `已填实际结束 ${actualEnd}，状态却是${status}`,
      started_while_not_started: () => '已经开始，状态却是未开始',
      complete_while_open: ({ progress, status }) => `进度已到 ${progress}，状态却是${status}`,
      done_while_incomplete: ({ progress }) => `已完成，进度却只有 ${progress}`,
      planned_end_before_start: ({ start, end }) => `计划结束 ${end} 早于开始 ${start}`,
      actual_end_before_start: ({ start, end }) => `实际结束 ${end} 早于实际开始 ${start}`,
      actual_in_future: ({ date }) => `实际日期 ${date} 尚未到来`,
      outside_plan_period: () => '日期超出推广周期',
      spent_over_budget: ({ spent, budget, over }) => `支出 ${spent} 超过预算 ${budget}，多 ${over}`,
      pace_not_budget: ({ daily, days, product, budget, budgetLastsDays }) =>
        `每天 ${daily} × ${days} 天 = ${product}，与预算 ${budget} 不符；按此速度预算只够 ${budgetLastsDays} 天`,
      remark_reports_miss: ({ metric, actual, target }) => `备注写明${metric}实际 ${actual}，未达到目标 ${target}`,
      remark_not_reached: ({ metric }) => `${metric}的达成值与备注不一致`,
      stated_delay_differs: ({ stated, minutes }) => `写的是延期 ${stated} 分钟，按时间计算为 ${minutes} 分钟`,
      tasks_over_plan_budget: ({ planned, distributable }) => `任务预算合计 ${planned}，超过可分配预算 ${distributable}`,
    },
  },
  next: {
    late: (names) => `推动延期任务收尾：${names}。`, missed: (names) => `为未达标的指标定补救措施或调整目标：${names}。`,
    noData: (names) => `补录实际值：${names}。`, noSolution: (names) => `为尚无方案的问题指定方案与责任人：${names}。`,
    contradictions: (count) => `核对 ${count} 处自相矛盾的数据。`, caption: '未来 14 天的安排', starts: '开始', ends: '应完成', none: '没有待办的后续事项。',
  },
  method: [
    '点击率 = 点击量 ÷ 曝光量；转化率 = 转化量 ÷ 点击量；获客成本 = 成本 ÷ 转化量。',
    'ROAS = 销售额 ÷ 成本；ROI =（销售额 − 成本）÷ 成本，等于 ROAS 减 1。两者不是同一个指标。',
    '销售额为效果分析表中填报的增量销售额，报告未另行扣除基线；成本为投放消耗，不扣返点。',
    '任务完成 = 已完成任务数 ÷ 任务总数，已取消的不计；加权进度 = Σ（权重 × 进度）÷ Σ 权重；按时间应为 = 推广周期中截至前一日已过的天数比例。',
    '延期由日期得出：计划结束日已过仍未完成，或完成日晚于计划结束日。',
  ],
  statedFields: { statedCtr: '点击率', statedCvr: '转化率', statedCpa: '获客成本', statedReturn: '“ROI”' },
}
