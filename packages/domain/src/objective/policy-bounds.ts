// What the session carries is loaded with the first page: nothing is imported here.

export const CEILING_METHODS = ['quotient', 'mirror'] as const
/**
 * How the attainment of a ceiling is computed: `quotient` = target / actual,
 * `mirror` = 2 − actual / target (a workspace option; the usual one is `quotient`).
 */
export type CeilingMethod = (typeof CEILING_METHODS)[number]

/** Bounds of the settings: behind by half is never met halfway, nor is a rate at twice its ceiling. */
export const PACE_AT_RISK = { min: 0.5, max: 1 } as const
export const RATIO_AT_RISK = { min: 0, max: 0.5 } as const
