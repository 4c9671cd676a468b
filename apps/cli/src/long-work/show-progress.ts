import type { Surroundings } from '../command.ts'

/** Nobody needs to be told of work that is done sooner. */
const QUIET_MS = 500

/** One line on a terminal that says how much is done; nothing where errors are not read by a person. */
export function showProgress({ complain, isTerminal }: Surroundings): {
  readonly tell: (done: number) => void
  readonly clear: () => void
} {
  const begun = performance.now()
  let isShown = false
  return {
    tell(done) {
      if (isTerminal !== true || performance.now() - begun < QUIET_MS) return
      isShown = true
      complain(`\r${String(Math.floor(done * 100)).padStart(3)} %`)
    },
    clear() {
      if (isShown) complain('\r     \r')
    },
  }
}
