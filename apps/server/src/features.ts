import type { AppContext } from './app-context.ts'
import { mountAlerting } from './features/alerting/alerting.routes.ts'
import { mountAttachments } from './features/attachment/attachment.routes.ts'
import { mountBoard } from './features/board/board.routes.ts'
import { mountExports } from './features/export/export.routes.ts'
import { mountHealth } from './features/health/health.routes.ts'
import { mountIdentity } from './features/identity/identity.routes.ts'
import { mountImports } from './features/import/import.routes.ts'
import { mountKpiTree } from './features/kpi-tree/kpi-tree.routes.ts'
import { mountLive } from './features/live/live.routes.ts'
import { mountMeetings } from './features/meeting/meeting.routes.ts'
import { mountAssignment } from './features/metrics/assignment/assignment.routes.ts'
import { mountCalibration } from './features/metrics/calibration/calibration.routes.ts'
import { mountFillForms } from './features/metrics/fill-form/fill-form.routes.ts'
import { mountMetrics } from './features/metrics/metrics.routes.ts'
import { mountMoney } from './features/money/money.routes.ts'
import { mountMyDay } from './features/my-day/my-day.routes.ts'
import { mountNotices } from './features/notice/notice.routes.ts'
import { mountPlans } from './features/plan/plan.routes.ts'
import { mountRecords } from './features/record/record.routes.ts'
import { mountWorkspaces } from './features/workspace/workspace.routes.ts'
import { mountOpenApi } from './http/openapi-route.ts'

/** Every feature with routes; a new one is added here. */
export function mountFeatures(app: AppContext): void {
  mountHealth(app)
  mountIdentity(app)
  mountWorkspaces(app)
  mountPlans(app)
  mountRecords(app)
  mountAttachments(app)
  mountBoard(app)
  mountMetrics(app)
  mountMoney(app)
  mountKpiTree(app)
  mountFillForms(app)
  mountAssignment(app)
  mountCalibration(app)
  mountMyDay(app)
  mountMeetings(app)
  mountImports(app)
  mountExports(app)
  mountNotices(app)
  mountLive(app)
  mountAlerting(app)
  mountOpenApi(app)
}
