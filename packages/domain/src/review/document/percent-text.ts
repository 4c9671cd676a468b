/** A setting as it is typed: 0.9 is 90%, 0.925 is 92.5%. */
export function percentText(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
