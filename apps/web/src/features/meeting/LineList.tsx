import type { MeetingFigures } from '@yingce/contracts/meeting/meeting'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../ui/format.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'

/** Tasks with their owner, their day and how late they are; each leads to its row. */
export function LineList({ planId, lines }: { planId: string; lines: MeetingFigures['done'] }) {
  if (lines.length === 0) return null
  return (
    <ul className="meeting-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <Link to="/plans/$planId/tracker" params={{ planId }} search={{ record: line.id }}>
            {line.name}
          </Link>{' '}
          <span className="figure-note">
            {[line.owner, line.date === null ? null : formatDay(line.date, line.date)]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>{' '}
          {line.lateDays !== null && <StatusTag status="delayed" days={line.lateDays} />}
        </li>
      ))}
    </ul>
  )
}
