import {
  closeMeeting,
  confirmBrief,
  getMeetingFigures,
  getMeetingRhythm,
  listBriefConfirmations,
  openMeeting,
  setMeetingRhythm,
} from '@yingce/contracts/meeting/meeting'
import type { AppContext } from '../../app-context.ts'
import { mountAction } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import { localToday } from '../../identity/local-today.ts'
import { confirmBrief as confirm, readBriefConfirmations } from './brief-confirmations.ts'
import { closeMeeting as close } from './close-meeting.ts'
import { readMeetingFigures } from './meeting-figures.read.ts'
import { readMeetingRhythm, setMeetingRhythm as setRhythm } from './meeting-rhythm.ts'
import { openMeeting as open } from './open-meeting.ts'
import { remindMeetings } from './remind-meetings.job.ts'
import { scheduleAfterDates, scheduleEveryMorning } from './schedule-retrospectives.job.ts'

export function mountMeetings(app: AppContext): void {
  mountAction(app, getMeetingFigures, ({ params, principal, now }, scope) =>
    readMeetingFigures(scope, params.planId, params.meetingId, localToday(now, principal.workspace.timeZone)),
  )
  mountAction(app, openMeeting, ({ params, principal, body }, scope) => {
    requireCan(principal, 'record.create', { entity: 'meeting', fields: ['kind'] })
    return open(scope, params.planId, body)
  })
  mountAction(app, closeMeeting, ({ params, principal, now }, scope) => {
    requireCan(principal, 'record.update', { entity: 'meeting', fields: ['state'] })
    return close(scope, params.planId, params.meetingId, localToday(now, principal.workspace.timeZone))
  })
  mountAction(app, getMeetingRhythm, ({ params }, scope) => readMeetingRhythm(scope, params.planId))
  mountAction(app, setMeetingRhythm, ({ params, body }, scope) => {
    // The reminders of the morning come before the earliest meeting.
    scope.afterCommit(() => void app.jobs.reschedule(scope.workspaceId))
    return setRhythm(scope, params.planId, body.items)
  })
  mountAction(app, listBriefConfirmations, ({ params }, scope) =>
    readBriefConfirmations(scope, params.planId, params.meetingId),
  )
  mountAction(app, confirmBrief, ({ params, principal }, scope) =>
    confirm(scope, params.planId, params.meetingId, principal.member.id),
  )
  app.jobs.eachWorkspace(remindMeetings(app))
  app.jobs.eachWorkspace(scheduleEveryMorning(app))
  const afterDates = app.jobs.queue(scheduleAfterDates(app))
  app.datesMoved.listen((moved) => void afterDates.ask(moved.planId, moved))
}
