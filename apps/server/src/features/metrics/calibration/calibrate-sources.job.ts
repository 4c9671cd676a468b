import { startOfWeek } from '@yingce/domain/calendar/date-arithmetic'
import { calibrationNotice } from '@yingce/domain/metrics/calibration-notice'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import type { AppContext } from '../../../app-context.ts'
import type { WorkspaceJob } from '../../../jobs/jobs.ts'
import { postNotice } from '../../../notices/post-notice.ts'
import { readCalibration } from './calibration.read.ts'

/** After the imports of the morning. */
const AT = '10:00'

/**
 * Every morning: two sources that were further apart than their tolerance over the seven days up to
 * yesterday are told to those who look after the data (M11), each pair at most once a week.
 */
export function calibrateSources(app: AppContext): WorkspaceJob {
  return {
    name: 'metrics.calibration',
    when: async () => ({ at: AT }),
    async run(scope, { now }) {
      const today = now.slice(0, 10)
      const { pairs, period } = await readCalibration(scope, {}, today)
      const over = pairs.filter(({ total }) => total.calibration?.isOverTolerance === true)
      if (over.length === 0) return
      const people = await scope.rows<{ id: string }>(
        "select id from member where workspace_id = $1 and role in ('owner', 'admin', 'planner')",
        [scope.workspaceId],
      )
      for (const { total, platformName, otherName, ...pair } of over) {
        const metric = BUILT_IN_METRICS.get(pair.metric)
        if (metric === undefined) continue
        await postNotice(app, scope, {
          ...calibrationNotice({ ...pair, metric, platform: platformName, other: otherName }, total, period),
          kind: 'alert',
          severity: 'warning',
          recipients: people.map(({ id }) => id),
          link: `/data/calibration?pair=${pair.id}`,
          planId: null,
          dedupeKey: `calibration/${pair.id}/${startOfWeek(today)}`,
        })
      }
    },
  }
}
