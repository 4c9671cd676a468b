import type { FillForm, FillSheet } from '@yingce/contracts/metrics/fill-form'
import { isOwnMetric, namedOwnMetrics } from '@yingce/domain/metrics/own-metric'
import type { Scope } from '../../../db/scope.ts'
import { definitionOf, latestVersions, readOwnMetrics } from '../dictionary/metric-dictionary.read.ts'

type Versions = Awaited<ReturnType<typeof readOwnMetrics>>
type Made = Pick<FillForm, 'metrics' | 'createdAt'>
type OwnQuestion = FillSheet['ownMetrics'][number] & FillForm['ownMetrics'][number]

/** The versions that there were at that moment. */
function knownAt(versions: Versions, moment: string): Versions {
  const until = Date.parse(moment)
  return versions.filter(({ createdAt }) => createdAt === null || Date.parse(createdAt) <= until)
}

/**
 * The own metrics of a form, each as the metric that named its field when the form was made.
 *
 * That metric is asked as long as it takes the field, under its name of today. Once it has left the field it
 * is not asked and keeps its last name there, whoever takes the field after it: the store would count one
 * thing and the board show another.
 */
function ownQuestions(versions: Versions, { metrics, createdAt }: Made): OwnQuestion[] {
  const madeFor = namedOwnMetrics(latestVersions(knownAt(versions, createdAt)).map(definitionOf))
  const today = latestVersions(versions).map(definitionOf)
  return metrics.filter(isOwnMetric).flatMap((metric) => {
    const made = madeFor.get(metric)
    if (made === undefined) return []
    const now = namedOwnMetrics(today.filter(({ key }) => key === made.key)).get(metric)
    const { zh, en, definitionZh, definitionEn } = now ?? made
    return [{ metric, zh, en, definitionZh, definitionEn, isAsked: now !== undefined }]
  })
}

/** What a form asks now: its metrics without the own ones that no longer mean what the form was made for. */
export async function readAskedMetrics(
  scope: Scope,
  form: Made,
): Promise<Pick<FillSheet, 'metrics' | 'ownMetrics'>> {
  if (!form.metrics.some(isOwnMetric)) return { metrics: form.metrics, ownMetrics: [] }
  const own = ownQuestions(await readOwnMetrics(scope), form).filter(({ isAsked }) => isAsked)
  return {
    metrics: form.metrics.filter(
      (metric) => !isOwnMetric(metric) || own.some((question) => question.metric === metric),
    ),
    ownMetrics: own.map(({ isAsked: _asked, ...question }) => question),
  }
}

/** The own metrics of each form by name, those that are not asked any more too; in the order of the forms. */
export async function readOwnQuestions(
  scope: Scope,
  forms: readonly Made[],
): Promise<FillForm['ownMetrics'][]> {
  const hasOwn = forms.some(({ metrics }) => metrics.some(isOwnMetric))
  const versions = hasOwn ? await readOwnMetrics(scope) : []
  return forms.map((form) =>
    ownQuestions(versions, form).map(({ metric, zh, en, isAsked }) => ({ metric, zh, en, isAsked })),
  )
}
