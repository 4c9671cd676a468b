import { COMMON_FLAGS } from './common-flags.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { Language } from './language.ts'

function flagLines(command: Command, language: Language): string[] {
  const flags = Object.entries({ ...command.flags, ...COMMON_FLAGS })
  return flags.map(
    ([name, flag]) =>
      `  ${`${flag.short === undefined ? '' : `-${flag.short}, `}--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`.padEnd(26)}${flag.help[language]}`,
  )
}

/** Help of one command, or of all when `command` is null. */
export function helpText(command: Command | null, language: Language): string {
  if (command !== null) {
    const usage = language === 'zh' ? '用法' : 'Usage'
    return [
      `${command.summary[language]}`,
      '',
      `${usage}: yingce ${command.name} ${command.usage}`,
      '',
      ...flagLines(command, language),
      '',
    ].join('\n')
  }
  const title =
    language === 'zh'
      ? '营策：开源、自托管的营销推广管理平台'
      : 'Yingce: the open, self-hosted marketing platform'
  const usage =
    language === 'zh'
      ? '用法: yingce 命令 …   （yingce 命令 --help 看各命令的选项）'
      : 'Usage: yingce COMMAND …   (yingce COMMAND --help lists its flags)'
  const lines = COMMANDS.map(
    (known) => `  ${`${known.name} ${known.usage}`.padEnd(48)}${known.summary[language]}`,
  )
  return [
    title,
    '',
    usage,
    '',
    ...lines,
    '',
    `  ${'--version'.padEnd(48)}${language === 'zh' ? '显示版本' : 'show the version'}`,
    '',
  ].join('\n')
}
