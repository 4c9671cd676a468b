import { BRAND_EVENT } from './brand-event.ts'
import { CHANNEL_EXPANSION } from './channel-expansion.ts'
import { NEW_PRODUCT_LAUNCH } from './new-product-launch.ts'
import { REPURCHASE } from './repurchase.ts'
import type { PlanTemplate, TemplateId } from './template.ts'

/** The templates a plan can start from (P1). */
export const PLAN_TEMPLATES: Readonly<Record<TemplateId, PlanTemplate>> = {
  new_product_launch: NEW_PRODUCT_LAUNCH,
  brand_event: BRAND_EVENT,
  channel_expansion: CHANNEL_EXPANSION,
  repurchase: REPURCHASE,
}
