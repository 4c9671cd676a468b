import { getPlan, listPlans, type PlanView } from '@yingce/contracts/plan/plan'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import type { ApiClient } from './api-client.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** A name is looked for among this many plans whose name holds it. */
const SEARCHED = 200

function fold(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

function listed(plans: readonly PlanView[]): string {
  return plans
    .slice(0, 10)
    .map(({ id, name }) => `${id}  ${name}`)
    .join('\n        ')
}

async function plansLike(client: ApiClient, text: string): Promise<readonly PlanView[]> {
  const { items } = await client.call(listPlans, { query: { q: text.trim(), limit: SEARCHED } })
  return items
}

async function planById(client: ApiClient, id: string): Promise<PlanView | null> {
  return client.call(getPlan, { params: { planId: id } }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not_found') return null
    throw error
  })
}

/**
 * The plan of that id or exactly that name (width and case do not count); null
 * when there is none.
 *
 * @throws Refusal `plan_ambiguous` with the ids when several have the name
 */
export async function planNamed(
  client: ApiClient,
  text: string,
  language: Language,
): Promise<PlanView | null> {
  const byId = ID.test(text.trim()) ? await planById(client, text.trim()) : null
  if (byId !== null) return byId
  const exact = (await plansLike(client, text)).filter(({ name }) => fold(name) === fold(text))
  if (exact.length > 1) throw ambiguous(text, exact, language)
  return exact[0] ?? null
}

/**
 * The plan that somebody means: by id, by its exact name, or the only one whose
 * name holds the text.
 *
 * @throws Refusal `plan_not_found`, `plan_ambiguous`
 */
export async function requirePlan(client: ApiClient, text: string, language: Language): Promise<PlanView> {
  const named = await planNamed(client, text, language)
  if (named !== null) return named
  const like = await plansLike(client, text)
  const [only] = like
  if (only !== undefined && like.length === 1) return only
  if (like.length > 1) throw ambiguous(text, like, language)
  throw new Refusal(
    'plan_not_found',
    language === 'zh' ? `没有计划“${text}”` : `There is no plan "${text}"`,
    {
      advice:
        language === 'zh'
          ? '请检查名称；也可以用计划的编号。'
          : 'Check the name; the id of the plan works too.',
    },
  )
}

function ambiguous(text: string, plans: readonly PlanView[], language: Language): Refusal {
  const zh = language === 'zh'
  return new Refusal(
    'plan_ambiguous',
    zh
      ? `“${text}”对应 ${plans.length} 个计划，请用编号：`
      : `"${text}" fits ${plans.length} plans; use the id:`,
    { advice: listed(plans) },
  )
}
