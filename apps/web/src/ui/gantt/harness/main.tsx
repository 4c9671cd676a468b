import '../../tokens.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { CN_WORK_CALENDAR } from '@yingce/domain/calendar/work-calendar'
import { ganttCalendar } from '../gantt-calendar.ts'
import { Gantt } from '../Gantt.tsx'
import type { GanttChange, GanttLink, GanttPhase, GanttTask, ZoomLevel } from '../gantt-types.ts'
import { ganttLabelsEn } from '../labels/labels-en.ts'
import { ganttLabelsZh } from '../labels/labels-zh.ts'
import { generatePlan } from './generate.ts'
import { SAMPLE_LINKS, SAMPLE_PHASES, SAMPLE_TASKS, SAMPLE_TODAY } from './sample.ts'

/** The chart alone on a page, for looking at it and measuring it: ?n=10000 for a generated plan, else the sample. */
const query = new URLSearchParams(location.search)
document.documentElement.classList.toggle('dark', query.has('dark'))
document.documentElement.lang = query.has('en') ? 'en' : 'zh-CN'

const calendar = ganttCalendar(CN_WORK_CALENDAR, query.has('en') ? 'en' : 'zh-CN')
const size = Number(query.get('n') ?? 0)
const plan =
  size > 0
    ? generatePlan(size)
    : query.has('empty')
      ? { phases: [], tasks: [], links: [], today: SAMPLE_TODAY }
      : { phases: SAMPLE_PHASES, tasks: SAMPLE_TASKS, links: SAMPLE_LINKS, today: SAMPLE_TODAY }

declare global {
  interface Window {
    commits: { changes: GanttChange[]; reason: string }[]
    opened: string[]
    mountGantt: () => void
  }
}
window.commits = []
window.opened = []

function Page() {
  const [zoom, setZoom] = useState<ZoomLevel>((query.get('zoom') as ZoomLevel | null) ?? 'day')
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [phases, setPhases] = useState<readonly GanttPhase[]>(plan.phases)
  const [tasks, setTasks] = useState<readonly GanttTask[]>(plan.tasks)
  const [links, setLinks] = useState<readonly GanttLink[]>(plan.links)
  return (
    <div style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <h1 className="visually-hidden">Gantt</h1>
      <div style={{ flex: 1, minHeight: 0 }}>
        <Gantt
          phases={phases}
          tasks={tasks}
          links={links}
          calendar={calendar}
          today={plan.today}
          planStart={plan.phases[0]?.start ?? null}
          zoom={zoom}
          onZoomChange={setZoom}
          collapsed={collapsed}
          onCollapsedChange={setCollapsed}
          labels={query.has('en') ? ganttLabelsEn : ganttLabelsZh}
          readOnlyReason={query.has('readonly') ? '你是查看者,不能修改日期' : null}
          onCommit={(changes, reason) => {
            window.commits.push({ changes, reason })
            const of = new Map(changes.map((change) => [`${change.kind}:${change.id}`, change.values]))
            setTasks((before) =>
              before.map((task) =>
                of.has(`task:${task.id}`) ? { ...task, ...of.get(`task:${task.id}`) } : task,
              ),
            )
            setPhases((before) =>
              before.map((phase) => {
                const values = of.get(`phase:${phase.id}`)
                return values
                  ? {
                      ...phase,
                      start: values.plannedStart ?? phase.start,
                      end: values.plannedEnd ?? phase.end,
                    }
                  : phase
              }),
            )
          }}
          onOpenTask={(id) => window.opened.push(id)}
          onLinkCreate={(link) => setLinks((before) => [...before, { ...link, id: `n${before.length}` }])}
          onLinkDelete={(id) => setLinks((before) => before.filter((link) => link.id !== id))}
        />
      </div>
    </div>
  )
}

window.mountGantt = () => createRoot(document.getElementById('root')!).render(<Page />)
if (!query.has('manual')) window.mountGantt()
