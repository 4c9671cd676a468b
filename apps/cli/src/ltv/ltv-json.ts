import type { BgNbd } from '@yingce/domain/ltv/bg-nbd'
import type { LifetimeValues } from '@yingce/domain/ltv/estimate-lifetime-values'
import type { GammaGamma } from '@yingce/domain/ltv/gamma-gamma'
import type { CustomerFile } from './read-customer-file.ts'

export interface LtvNotice {
  readonly code: 'not_converged' | 'undetermined' | 'no_values' | 'too_few_values' | 'purchases_left_out'
  readonly params: Readonly<Record<string, string | number>>
}

export interface LtvJson {
  readonly horizon: number
  readonly margin: number
  /** Only of a file of single purchases, whose times are weeks. */
  readonly until?: string
  readonly bgnbd: BgNbd & { readonly logLikelihood: number; readonly converged: boolean }
  readonly gammaGamma?: GammaGamma & { readonly logLikelihood: number; readonly converged: boolean }
  readonly customers: readonly {
    readonly id: string
    readonly expectedPurchases: number
    readonly probabilityAlive: number
    /** Of one purchase. */
    readonly expectedValue?: number
    /** Expected purchases × expected value × margin. */
    readonly lifetimeValue?: number
  }[]
  readonly notices?: readonly LtvNotice[]
}

/** Lifetime values as programs get them; `notices` only when there are any. */
export function ltvJson(
  file: CustomerFile,
  { bgNbd, gammaGamma, gammaGammaGap, customers }: LifetimeValues,
  { horizon, margin }: { readonly horizon: number; readonly margin: number },
): LtvJson {
  const notices: LtvNotice[] = []
  for (const [model, fit] of [['BG/NBD', bgNbd] as const, ['Gamma-Gamma', gammaGamma] as const]) {
    if (fit === null) continue
    if (!fit.converged) notices.push({ code: 'not_converged', params: { model } })
    if (fit.undetermined.length > 0)
      notices.push({ code: 'undetermined', params: { model, parameters: fit.undetermined.join(', ') } })
  }
  if (gammaGammaGap !== null)
    notices.push({ code: gammaGammaGap === 'no_values' ? 'no_values' : 'too_few_values', params: {} })
  if (file.leftOut > 0)
    notices.push({ code: 'purchases_left_out', params: { count: file.leftOut, until: file.until ?? '' } })
  const { r, alpha, a, b, logLikelihood, converged } = bgNbd
  return {
    horizon,
    margin,
    ...(file.until === null ? {} : { until: file.until }),
    bgnbd: { r, alpha, a, b, logLikelihood, converged },
    ...(gammaGamma === null
      ? {}
      : {
          gammaGamma: {
            p: gammaGamma.p,
            q: gammaGamma.q,
            v: gammaGamma.v,
            logLikelihood: gammaGamma.logLikelihood,
            converged: gammaGamma.converged,
          },
        }),
    customers: customers.map(
      ({ expectedPurchases, probabilityAlive, expectedValue, lifetimeValue }, index) => ({
        id: file.ids[index] ?? '',
        expectedPurchases,
        probabilityAlive,
        ...(expectedValue === null ? {} : { expectedValue }),
        ...(lifetimeValue === null ? {} : { lifetimeValue }),
      }),
    ),
    ...(notices.length === 0 ? {} : { notices }),
  }
}
