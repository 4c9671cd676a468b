import { sumDecimals } from './decimal-sum.ts'
import { foldText } from './header-text.ts'

const TOTAL = /^(?:合计|.{0,6}总计|共计|汇总|总和|总数|合计数|total|totals|grandtotal|sum)(?:[:(（].*)?$/u
const SUBTOTAL = /^(?:.{0,10}小计|.{1,10}合计|subtotal|.{1,20}subtotal)(?:[:(（].*)?$/u

const AVERAGE = /^(?:平均|均值|平均值|平均数|日均|average|mean|avg\.?)(?:[:(（].*)?$/u

/** Labels of a table repeat; this many distinct texts are remembered. */
const MAX_REMEMBERED = 5_000
const remembered = new Map<string, ReturnType<typeof labelOf>>()

/** Does this label head a row of sums? "合计", "总计", "Total: Campaigns"; "筹备期小计" is a part, "平均值" a mean. */
export function totalLabel(text: string): 'total' | 'subtotal' | 'average' | null {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const label = labelOf(text)
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(text, label)
  return label
}

function labelOf(text: string): 'total' | 'subtotal' | 'average' | null {
  const folded = foldText(text)
  if (TOTAL.test(folded)) return 'total'
  if (AVERAGE.test(folded)) return 'average'
  return SUBTOTAL.test(folded) ? 'subtotal' : null
}

/** Words that name a row of sums only where its figures are the sums: 总预算 may also be a line of its own. */
const DOUBTFUL =
  /^(?:全部|所有|整体|总体|总额|总金额|总预算|总费用|总支出|总成本|总投入|总消耗|全渠道|全部渠道|all|overall)(?:[:(].*)?$/u

/** May this label head a row of sums? Its figures have to bear it out. */
export function isDoubtfulTotalLabel(text: string): boolean {
  return DOUBTFUL.test(foldText(text))
}

/** Platforms round each row: their totals may differ by this much. */
const TOLERANCE = 0.011

/** Does a stated total agree with the exact sum of the rows? */
export function agrees(stated: string, computed: string): boolean {
  return Math.abs(Number(stated) - Number(computed)) <= TOLERANCE
}

/**
 * Is a row without a label the sum of the rows before it? At least one figure
 * must agree and every additive figure of it must.
 *
 * @param figures of the row by column; only columns that add up
 * @param above figures of the rows above, by the same columns
 */
export function isUnlabelledTotal(
  figures: ReadonlyMap<number, string>,
  above: (column: number) => readonly string[],
): boolean {
  let checked = 0
  for (const [column, stated] of figures) {
    const rows = above(column)
    const computed = sumDecimals(rows)
    if (computed === null || rows.length < 2) continue
    if (!agrees(stated, computed)) return false
    if (Number(stated) !== 0) checked++
  }
  return checked > 0
}
