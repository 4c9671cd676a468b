import type { Command } from './command.ts'
import { ALLOCATE } from './allocate/allocate-command.ts'
import { ATTRIBUTE } from './attribution/attribute-command.ts'
import { DETECT } from './detect/detect-command.ts'
import { DOCTOR } from './doctor/doctor-command.ts'
import { INSPECT } from './inspect/inspect-command.ts'
import { LTV } from './ltv/ltv-command.ts'
import { EXPORT } from './online/export-command.ts'
import { IMPORT } from './online/import-command.ts'
import { REPORT } from './online/report-command.ts'
import { SERVE } from './online/serve-command.ts'
import { QUANTITY } from './quantity-command.ts'
import { CALENDAR } from './schedule/calendar-command.ts'
import { SCHEDULE } from './schedule/schedule-command.ts'
import { SIMULATE } from './simulate/simulate-command.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  SERVE,
  IMPORT,
  EXPORT,
  REPORT,
  INSPECT,
  QUANTITY,
  SCHEDULE,
  CALENDAR,
  ALLOCATE,
  LTV,
  ATTRIBUTE,
  SIMULATE,
  DETECT,
  DOCTOR,
]
