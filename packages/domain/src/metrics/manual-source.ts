/** Sources of figures that people fill in have made-up names, one for each currency: "manual CNY". */
const NAME = /^manual ([A-Z]{3})$/

/** Currency of such a source; null: it is another one. */
export function manualCurrency(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null
}

export function isManualSource(name: string): boolean {
  return NAME.test(name)
}
