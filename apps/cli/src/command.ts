import type { Language, Words } from './language.ts'

/** The outside world of a command, handed in so that tests can look at it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  /** Does a person read what is complained? Then progress is shown. */
  readonly isTerminal?: boolean
}

export interface Flag {
  readonly type: 'boolean' | 'string'
  /** One letter: "o" for -o. */
  readonly short?: string
  /** Of kind `string`: what stands for the value in the help. */
  readonly value?: string
  /** Of kind `string`: may be given again; its values are in `Call.lists`, not in `Call.flags`. */
  readonly multiple?: true
  readonly help: Words
}

/** What a command is called with, after its flags were checked. */
export interface Call {
  readonly arguments: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  /** Values of the flags that may be given again; one that was not given has none. */
  readonly lists?: Readonly<Record<string, readonly string[]>>
  readonly language: Language
  readonly surroundings: Surroundings
}

/** One command of `yingce`. A refusal is thrown as `Refusal`; whatever else is thrown is a bug. */
export interface Command {
  readonly name: string
  /** Arguments as the help shows them: "FILE". */
  readonly usage: string
  /** How many arguments it takes. */
  readonly argumentCount: number
  readonly summary: Words
  readonly flags: Readonly<Record<string, Flag>>
  /** @returns the exit code; nothing is 0 */
  readonly run: (call: Call) => Promise<number | void> | number | void
}
