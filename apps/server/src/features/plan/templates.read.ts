import type { LocaleCode } from '@yingce/contracts/common'
import type { TemplateView } from '@yingce/contracts/plan/plan'
import { PLAN_TEMPLATES } from '@yingce/domain/plan/templates/plan-templates'
import type { Wording } from '@yingce/domain/plan/templates/template'
import type { z } from 'zod'

/** What the page shows of the templates before one is chosen. */
export function templateViews(locale: LocaleCode): z.infer<typeof TemplateView>[] {
  const say = ([zh, en]: Wording) => (locale === 'zh-CN' ? zh : en)
  return Object.values(PLAN_TEMPLATES).map((template) => ({
    id: template.id,
    name: say(template.name),
    summary: say(template.summary),
    phases: template.phases.map(({ name }) => say(name)),
    taskCount: template.tasks.length,
    durationDays: 7 * Math.max(...template.phases.map(({ weeks }) => weeks[1])),
    kpis: template.kpis.map(({ indicator }) => say(indicator)),
  }))
}
