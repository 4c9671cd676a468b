import type { Flag } from './command.ts'

/** Flags that every command has. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  json: { type: 'boolean', help: { zh: '以 JSON 输出', en: 'print JSON' } },
  lang: {
    type: 'string',
    value: 'zh|en',
    help: { zh: '输出语言，默认随系统', en: "language of the output, the system's by default" },
  },
  help: { type: 'boolean', help: { zh: '显示帮助', en: 'show help' } },
}
