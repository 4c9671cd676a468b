import { percentText } from './percent-text.ts'
import type { ReportWords } from './report-words.ts'

function several(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The report in English. */
export const ENGLISH: ReportWords = {
  title: 'Promotion effect evaluation',
  columns: {
    source: 'Task / target',
    metric: 'Metric',
    target: 'Target',
    actual: 'Actual',
    attainment: 'Attained',
    status: 'Status',
    channel: 'Channel',
    content: 'Channel · content',
    impressions: 'Impressions',
    clicks: 'Clicks',
    ctr: 'CTR',
    conversions: 'Conversions',
    cvr: 'CVR',
    cost: 'Cost',
    cpa: 'CPA',
    sales: 'Sales',
    roas: 'ROAS',
    roi: 'ROI',
    advice: 'Advice',
    phase: 'Phase',
    tasks: 'Tasks',
    done: 'Done',
    budget: 'Budget',
    spent: 'Spent',
    share: 'Used',
    progress: 'Progress',
    trackerSpend: 'Tracker spend',
    effectCost: 'Effect-table cost',
    difference: 'Difference',
    task: 'Task',
    owner: 'Owner',
    plannedEnd: 'Planned end',
    daysLate: 'Late by',
    issue: 'Issue',
    solution: 'Solution',
    date: 'Date',
    event: 'Event',
  },
  status: {
    met: 'Met',
    at_risk: 'At risk',
    missed: 'Missed',
    target_unclear: 'Target not understood',
    no_data: 'No data',
    not_started: 'Not started',
  },
  numbered: (index, heading) => `${index + 1}. ${heading}`,
  join: (parts) => parts.join(' '),
  listed: (names, rest) => `${names.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  table: (number, caption) => `Table ${number}. ${caption}`,
  figure: (number, caption) => `Figure ${number}. ${caption}`,
  days: (count) => several(count, 'day'),
  colon: ': ',
  ofBase: (metric, base) => `${metric} (÷ ${base === 'newCustomers' ? 'new customers' : 'conversions'})`,
  ofTask: (task, metric) => `${metric} of ${task}`,
  named: (name, owner) => `${name} (${owner})`,
  sentenceEnd: '.',
  clauseEnd: '; ',
  worstOf: (text, units) => `${text} (worst of ${units})`,
  total: 'Total',
  pageFooter: 'Made by Yingce from the plan’s data',
  facts: {
    plan: 'Plan',
    period: 'Period',
    asOf: 'Data as of',
    state: 'State',
    currency: 'Currency',
    between: (start, end) => `${start} to ${end}`,
    running: (week, phase, daysLeft) =>
      [
        week === null ? '' : `Week ${week}`,
        phase ?? '',
        daysLeft === 0 ? 'last day' : `${several(daysLeft, 'day')} left`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    ended: 'Ended',
    notStarted: 'Not started',
  },
  headings: {
    conclusion: 'Conclusion',
    targets: 'Targets and results',
    channels: 'Channels',
    money: 'Money',
    work: 'Progress and issues',
    contradictions: 'Data to be checked',
    next: 'Next steps',
    method: 'How the figures are made',
  },
  conclusion: {
    kpisAllMet: 'All metrics met',
    kpisMet: (met, judged) => `${met} of ${several(judged, 'metric')} met`,
    overBudget: 'over budget',
    inBudget: 'within budget',
    ahead: 'ahead of time',
    behind: (points) => `${points} points behind time`,
    onTime: 'on time',
    noData: 'No data to evaluate yet',
    tasks: (today, done, all, share) => `As of ${today}, ${done} of ${all} tasks are done (${share}).`,
    expected: (progress, expected, isBehind, points) =>
      `Weighted progress is ${progress} against ${expected} by time${isBehind === null ? '.' : `, ${points} points ${isBehind ? 'behind' : 'ahead'}.`}`,
    money: (spent, planned, share, remaining) =>
      `${spent} is spent, ${share} of the budget of ${planned}; ${remaining} remains.`,
    spentOnly: (spent) => `${spent} is spent; the plan states no budget.`,
    over: (spent, planned, by) => `${spent} is spent, ${by} over the budget of ${planned}.`,
    reserve: (reserve) => `The reserve of ${reserve} is kept apart.`,
    effect: (cost, conversions, sales) =>
      `Channel cost of ${cost} brought ${conversions} conversions and sales of ${sales}:`,
    returns: (cpa, roas, roi) => `CPA ${cpa}, ROAS ${roas}, ${roi}.`,
    bestAndWorst: (best, bestRoas, worst, worstRoas) =>
      `The best ROAS is that of ${best} (${bestRoas}), the lowest that of ${worst} (${worstRoas}).`,
    kpis: (judged, met, atRisk, missed) =>
      `Of ${several(judged, 'metric')} with data ${met} ${met === 1 ? 'is' : 'are'} met${atRisk > 0 ? `, ${atRisk} at risk` : ''}${missed > 0 ? `, ${missed} missed` : ''}`,
    kpisOpen: (noData, notStarted, unclear) =>
      `; ${[unclear > 0 ? `${unclear} with a target not understood` : '', noData > 0 ? `${noData} without data` : '', notStarted > 0 ? `${notStarted} not started` : ''].filter((part) => part !== '').join(', ')}`,
    missed: (names) => `Missed: ${names}.`,
    late: (count, name, days) =>
      `${several(count, 'task is', 'tasks are')} late, the longest “${name}” by ${several(days, 'day')}.`,
    contradictions: (count) => `${several(count, 'contradiction')} in the data should be cleared up first.`,
  },
  figures: {
    tasks: 'Tasks done',
    tasksNote: (progress) => `${progress} by weight`,
    spent: 'Spent',
    spentNote: (share) => `${share} of the budget`,
    roas: 'ROAS',
    cpa: 'CPA',
    cpaNote: (conversions) => `${conversions} conversions`,
    kpis: 'Metrics met',
    kpisNote: (missed, atRisk) =>
      missed + atRisk === 0 ? 'none missed' : `${missed} missed · ${atRisk} at risk`,
  },
  targets: {
    ofPlan: 'Targets of the plan',
    ofTasks: 'Metrics of the tasks',
    notStarted: (names) => `Not started yet: ${names}.`,
    note: ({ paceAtRisk, ratioAtRisk, ceilingMethod }) =>
      `The status follows the comparator (≥, ≤ …) on unrounded values; attainment is shown up to 200%${ceilingMethod === 'mirror' ? ', where less is better as 2 − actual / target' : ''}. A running total is compared with the share due by the day before: under 100% is at risk, under ${percentText(paceAtRisk)} missed; a ratio within ${percentText(ratioAtRisk)} of its target is at risk.`,
    more: (count) => `${count} more are on the plan’s board.`,
    none: 'The plan states no targets.',
  },
  channels: {
    traffic: 'Traffic and conversions by channel',
    returns: 'Cost and return by channel',
    contents: 'By content',
    roasChart: 'ROAS by channel',
    costChart: 'Daily spend',
    ctrChart: 'Daily CTR',
    ratioNote:
      'Ratios of the total are sums divided by sums, over rows that have both parts; “—” means missing, which is not zero.',
    returnIs: (kind, matches, rows) =>
      kind === 'unknown'
        ? `The sheet’s “ROI” column fits neither ROAS nor ROI over its ${rows} rows; it is not used here.`
        : `In ${matches} of ${rows} rows the sheet’s “ROI” column is ${kind === 'roas' ? 'sales / cost, that is ROAS' : '(sales − cost) / cost, that is ROI'}; this report shows the two apart.`,
    disagreement: (row, field, stated, computed) =>
      `${row}: the sheet says ${field} ${stated}, its data give ${computed}`,
    disagreements: 'Figures of the sheet that its data do not bear out',
    best: (channel, roas) => `${channel} has the highest ROAS, ${roas}.`,
    peak: (day, cost) => `Spend peaked on ${day} at ${cost}.`,
    ctrRange: (low, high) => `CTR lies between ${low} and ${high}.`,
    none: 'The plan holds no channel figures.',
  },
  money: {
    caption: 'Budget and spend by phase',
    note: (reserve) =>
      `Budget and spend of the tracker’s tasks, cancelled ones left out.${reserve === null ? '' : ` The reserve of ${reserve} is not among them.`}`,
    total: (total, planned, reserve) =>
      `Total budget ${total}, of which ${planned} to be distributed and ${reserve} reserve.`,
    reconciliation: 'Tracker spend beside effect-table cost',
    reconciliationNote:
      'Two sources, compared and never added. Difference = effect-table cost − tracker spend. Tasks are laid on channels by name and strategy.',
    sourcesAgree: (amount) =>
      `Tracker spend and effect-table cost agree channel by channel, both ${amount} (two sources, compared and never added).`,
    noChannel: 'Tasks of no channel',
    none: 'The plan states neither budget nor spend.',
  },
  work: {
    late: 'Late tasks',
    lateMore: (shown, all) => `The first ${shown} of ${all}.`,
    noneLate: 'No task is late.',
    issues: 'Issues and solutions',
    noSolution: 'none yet',
  },
  contradictions: {
    intro: (count) =>
      `${several(count, 'entry contradicts', 'entries contradict')} each other or themselves; the owners should check:`,
    none: 'No contradictions found.',
    taskStatus: {
      not_started: 'not started',
      in_progress: 'in progress',
      pending_acceptance: 'pending acceptance',
      done: 'done',
      cancelled: 'cancelled',
    },
    sentence: {
      done_without_actual_end: () => 'done, but without an actual end',
      actual_end_while_open: ({ actualEnd, status }) => `has an actual end ${actualEnd}, yet is ${status}`,
      started_while_not_started: () => 'has started, yet is “not started”',
      complete_while_open: ({ progress, status }) => `progress is ${progress}, yet it is ${status}`,
      done_while_incomplete: ({ progress }) => `done, yet progress is ${progress}`,
      planned_end_before_start: ({ start, end }) => `planned end ${end} is before the start ${start}`,
      actual_end_before_start: ({ start, end }) => `actual end ${end} is before the actual start ${start}`,
      actual_in_future: ({ date }) => `the actual date ${date} is still to come`,
      outside_plan_period: () => 'dates lie outside the plan’s period',
      spent_over_budget: ({ spent, budget, over }) => `spent ${spent}, ${over} over the budget of ${budget}`,
      pace_not_budget: ({ daily, days, product, budget, budgetLastsDays }) =>
        `${daily} a day × ${days} days = ${product}, not the budget of ${budget}; at this pace it lasts ${budgetLastsDays} days`,
      remark_reports_miss: ({ metric, actual, target }) =>
        `the remark says ${metric} reached ${actual} of ${target}`,
      remark_not_reached: ({ metric }) => `the reached value of ${metric} differs from the remark`,
      stated_delay_differs: ({ stated, minutes }) =>
        `stated as ${stated} minutes late, by the times it is ${minutes}`,
      tasks_over_plan_budget: ({ planned, distributable }) =>
        `task budgets add up to ${planned}, over the distributable ${distributable}`,
    },
  },
  next: {
    late: (names) => `Close the late tasks: ${names}.`,
    missed: (names) => `Decide on measures or other targets for what is missed: ${names}.`,
    noData: (names) => `Enter actual values: ${names}.`,
    unclear: (names) => `Write the figure and the meaning of these targets: ${names}.`,
    noSolution: (names) => `Find a solution and an owner for the open issues: ${names}.`,
    contradictions: (count) => `Check the ${several(count, 'contradiction')} in the data.`,
    caption: 'The next 14 days',
    starts: 'starts',
    ends: 'due',
    none: 'Nothing is open.',
  },
  roiOf: (roi, revenue) =>
    `ROI ${roi}${revenue === 'stated' ? '' : revenue === 'attributed' ? ' (attributed)' : ' (partly attributed)'}`,
  method: (revenue) => [
    'CTR = clicks / impressions; CVR = conversions / clicks; CPA = cost / conversions.',
    'ROAS = sales / cost; ROI = (sales − cost) / cost, which is ROAS − 1. They are two figures.',
    `${
      {
        stated:
          'Sales are those stated in the effect analysis as incremental; no baseline was taken off here, and their kind was not checked',
        attributed:
          'Sales are from channel data, as the platforms attribute them, and no increase over a baseline; an ROI made of them is of the same kind',
        mixed:
          'Sales are partly from channel data, as the platforms attribute them, partly those stated as incremental; an ROI of both together is a hint only',
      }[revenue]
    }. Cost is consumption, before rebates.`,
    'Tasks done = finished / all tasks, cancelled ones left out; weighted progress = Σ (weight × progress) / Σ weight; by time = share of the period’s days that had passed by the day before.',
    'Late follows from the dates: past the planned end and not done, or done after it.',
  ],
  statedFields: { statedCtr: 'CTR', statedCvr: 'CVR', statedCpa: 'CPA', statedReturn: '“ROI”' },
}
