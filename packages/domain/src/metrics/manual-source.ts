/** Sources of figures that people fill in have made-up names, one for each currency: "manual CNY". */
export function isManualSource(name: string): boolean {
  return /^manual [A-Z]{3}$/.test(name)
}
