import { namedOwnMetrics } from '@yingce/domain/metrics/own-metric'
import { foldText } from '@yingce/domain/sheets/header-text'
import type { Scope } from '../../../db/scope.ts'
import { readDictionary } from './metric-dictionary.read.ts'

/** Header words that mean a metric of the workspace's own, by the names it was given: a sheet that went out comes back. */
export async function readOwnMetricWords(scope: Scope): Promise<Record<string, string>> {
  const named = namedOwnMetrics((await readDictionary(scope)).values())
  return Object.fromEntries(
    [...named].flatMap(([metric, { zh, en }]) => [zh, en].map((name) => [foldText(name), metric])),
  )
}
