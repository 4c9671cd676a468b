/**
 * What each player of a game is worth: his mean contribution over all orders in which the players can join
 * (Shapley, "A value for n-person games", 1953). The values sum to the worth of all together.
 *
 * Takes 2ⁿ steps.
 *
 * @param worth of a set of players, bit i of the number standing for player i; the empty set is worth 0 and
 *   is not asked
 */
export function shapleyValues(players: number, worth: (set: number) => number): Float64Array {
  const joining = joiningWeights(players)
  const values = new Float64Array(players)
  for (let set = 1; set < 2 ** players; set++) {
    const amount = worth(set)
    if (amount === 0) continue
    const size = bitCount(set)
    const inside = (joining[size - 1] ?? 0) * amount
    const outside = size === players ? 0 : (joining[size] ?? 0) * amount
    for (let player = 0; player < players; player++)
      values[player] = (values[player] ?? 0) + ((set >>> player) & 1 ? inside : -outside)
  }
  return values
}

/** How often, of all orders, exactly a certain s players stand before a certain other: s! (n − 1 − s)! / n!. */
function joiningWeights(players: number): Float64Array {
  const weights = new Float64Array(players)
  let choices = 1 // (n − 1) choose s
  for (let size = 0; size < players; size++) {
    weights[size] = 1 / (players * choices)
    choices = (choices * (players - 1 - size)) / (size + 1)
  }
  return weights
}

function bitCount(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}
