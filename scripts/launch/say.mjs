import process from 'node:process'

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const inChinese = /^zh/i.test(locale)

/**
 * Picks the sentence in the language of the terminal.
 *
 * @param {string} english
 * @param {string} chinese
 */
export function inTerminalLanguage(english, chinese) {
  return inChinese ? chinese : english
}

/**
 * Ends the launcher with one sentence a person can act on.
 *
 * @param {string} english
 * @param {string} chinese
 * @returns {never}
 */
export function giveUp(english, chinese) {
  console.error(`yingce: ${inTerminalLanguage(english, chinese)}`)
  process.exit(1)
}
