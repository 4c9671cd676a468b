import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Call, Command, Surroundings } from './command.ts'
import { COMMANDS } from './commands.ts'
import { COMMON_FLAGS } from './common-flags.ts'
import { helpText } from './help.ts'
import { type Language, languageOf } from './language.ts'
import { exitCodeOf, Refusal } from './refusal.ts'
import { VERSION } from './version.ts'

/** Node's complaint about a flag, in the user's language where it is the usual one. */
function flagMistake(error: unknown, language: Language): string {
  const message = error instanceof Error ? error.message : String(error)
  const bare = /Option '(--[\w-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(message)?.[1]
  if (bare !== undefined) return language === 'zh' ? `选项 ${bare} 缺少值` : `flag ${bare} needs a value`
  const unknown = /Unknown option '([^']+)'/.exec(message)?.[1]
  if (unknown !== undefined) return language === 'zh' ? `没有选项 ${unknown}` : `unknown flag ${unknown}`
  return message.split('\n')[0] ?? message
}

/** "-5%" is a figure and no flag: such words go behind "--". */
function withFiguresLast(words: readonly string[]): string[] {
  const end = words.indexOf('--')
  const flagged = end === -1 ? words : words.slice(0, end)
  const isFigure = (word: string): boolean => /^-[\d.¥￥$０-９]/.test(word)
  return [
    ...flagged.filter((word) => !isFigure(word)),
    '--',
    ...flagged.filter(isFigure),
    ...words.slice(end === -1 ? words.length : end + 1),
  ]
}

/** Flags with one value, and those that may be given again. */
function singleAndLists(
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>,
): Required<Pick<Call, 'flags' | 'lists'>> {
  const flags: Record<string, string | boolean | undefined> = {}
  const lists: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) lists[name] = value.map(String)
    else flags[name] = value
  }
  return { flags, lists }
}

function parse(command: Command, words: readonly string[], language: Language) {
  const flags = { ...command.flags, ...COMMON_FLAGS }
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: withFiguresLast(words),
      options,
      allowPositionals: true,
      strict: true,
    })
    return { ...singleAndLists(values), positionals }
  } catch (error) {
    const text = flagMistake(error, language)
    const known = Object.keys(flags)
      .map((name) => `--${name}`)
      .join(' ')
    throw new Refusal(
      'usage',
      language === 'zh' ? `yingce ${command.name}：${text}` : `yingce ${command.name}: ${text}`,
      {
        advice: language === 'zh' ? `可用的选项：${known}` : `Known flags: ${known}`,
      },
    )
  }
}

async function runCommand(
  command: Command,
  words: readonly string[],
  language: Language,
  surroundings: Surroundings,
): Promise<number> {
  const { flags, lists, positionals } = parse(command, words, language)
  if (flags['help'] === true) {
    surroundings.write(helpText(command, language))
    return 0
  }
  if (positionals.length !== command.argumentCount) {
    const usage = `yingce ${command.name} ${command.usage}`
    throw new Refusal(
      'usage',
      language === 'zh'
        ? `需要 ${command.argumentCount} 个参数，给了 ${positionals.length} 个。`
        : `Takes ${command.argumentCount} argument(s), got ${positionals.length}.`,
      {
        advice: language === 'zh' ? `用法：${usage}` : `Usage: ${usage}`,
      },
    )
  }
  return (await command.run({ arguments: positionals, flags, lists, language, surroundings })) ?? 0
}

function complain(refusal: Refusal, isJson: boolean, surroundings: Surroundings): void {
  const { code, message, advice, file, line, column } = refusal
  const place = line === null ? {} : { line, column }
  if (isJson)
    return surroundings.complain(`${JSON.stringify({ error: { code, message, advice, file, ...place } })}\n`)
  surroundings.complain(
    `yingce: ${file === null ? '' : `${file}${line === null ? '' : `:${line}:${column}`}: `}${message}\n${advice === null ? '' : `        ${advice}\n`}`,
  )
}

/** "--lang en" anywhere in the call, before the flags of a command are known. */
function languageIn(words: readonly string[]): string | undefined {
  const at = words.indexOf('--lang')
  return at === -1 ? words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) : words[at + 1]
}

/**
 * Run one call of `yingce`.
 *
 * @param words the arguments behind the program's name
 * @returns the exit code: 0, 1 for a refusal, 2 for a call that makes no sense
 */
export async function runCli(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const language = languageOf(languageIn(words), surroundings.environment)
  const [name, ...rest] = words
  try {
    if (name === undefined || name === '--help' || name === 'help') {
      surroundings.write(helpText(null, language))
      return name === undefined ? 2 : 0
    }
    if (name === '--version') {
      surroundings.write(`${VERSION}\n`)
      return 0
    }
    const command = COMMANDS.find((candidate) => candidate.name === name)
    if (command === undefined) {
      throw new Refusal('usage', language === 'zh' ? `没有这个命令：${name}` : `No such command: ${name}`, {
        advice:
          language === 'zh'
            ? `可用的命令：${COMMANDS.map((known) => known.name).join(' ')}；yingce --help 看说明。`
            : `Commands: ${COMMANDS.map((known) => known.name).join(' ')}; see yingce --help.`,
      })
    }
    return await runCommand(command, rest, language, surroundings)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    complain(error, words.includes('--json'), surroundings)
    return exitCodeOf(error)
  }
}
