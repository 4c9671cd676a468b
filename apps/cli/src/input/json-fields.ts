import type { Language, Words } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { locateJson } from './locate-json.ts'
import { parseJson } from './parse-json.ts'

/** A JSON file that is being read, for the places of its mistakes. */
export interface JsonFile {
  readonly text: string
  readonly path: string
  readonly language: Language
}

export interface NumberLimits {
  readonly min?: number
  readonly max?: number
  /** The number must be larger than it. */
  readonly above?: number
}

type JsonPath = readonly (string | number)[]

/** An object of a JSON file whose fields are read with what they must be; every mistake names line and column. */
export class JsonFields {
  private readonly file: JsonFile
  private readonly path: JsonPath
  private readonly values: Readonly<Record<string, unknown>>

  /** @throws Refusal unless the value is an object */
  constructor(file: JsonFile, value: unknown, path: JsonPath) {
    this.file = file
    this.path = path
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.refusal(null, { zh: '这里应是对象 {…}', en: 'an object {…} belongs here' })
    this.values = value as Readonly<Record<string, unknown>>
  }

  /** @throws Refusal unless the file is JSON and an object */
  static ofFile(file: JsonFile): JsonFields {
    return new JsonFields(file, parseJson(file.text, file.path, file.language), [])
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null
  }

  isNumber(name: string): boolean {
    return typeof this.values[name] === 'number'
  }

  number(name: string, limits: NumberLimits = {}): number {
    return this.checkedNumber(name, this.values[name], limits)
  }

  /** null when the field is missing or null. */
  optionalNumber(name: string, limits: NumberLimits = {}): number | null {
    return this.has(name) ? this.number(name, limits) : null
  }

  text(name: string): string {
    const value = this.values[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    throw this.refusal(name, { zh: `${name} 应是文字`, en: `${name} must be text` })
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.values[name])
    if (found !== undefined) return found
    const known = choices.join(' ')
    throw this.refusal(name, { zh: `${name} 应是其中之一：${known}`, en: `${name} must be one of: ${known}` })
  }

  object(name: string): JsonFields {
    if (!this.has(name)) throw this.refusal(name, { zh: `缺少 ${name}`, en: `${name} is missing` })
    return new JsonFields(this.file, this.values[name], [...this.path, name])
  }

  /** A list of at least one object. */
  objects(name: string): readonly JsonFields[] {
    return this.list(name).map((one, index) => new JsonFields(this.file, one, [...this.path, name, index]))
  }

  /** A list of lists of numbers, each of one of the lengths. */
  rows(name: string, lengths: readonly number[], limits: NumberLimits): readonly (readonly number[])[] {
    return this.list(name).map((row, index) => {
      if (!Array.isArray(row) || !lengths.includes(row.length)) {
        const shape = lengths.join('/')
        const words = { zh: `每行应是 ${shape} 个数字`, en: `a row has ${shape} numbers` }
        throw this.refusalAt([...this.path, name, index], words)
      }
      return row.map((value: unknown, column) => this.checkedNumber([name, index, column], value, limits))
    })
  }

  /** A mistake in a field; null = in the object itself. */
  refusal(name: string | null, words: Words): Refusal {
    return this.refusalAt(name === null ? this.path : [...this.path, name], words)
  }

  private list(name: string): readonly unknown[] {
    const value = this.values[name]
    if (Array.isArray(value) && value.length > 0) return value as readonly unknown[]
    throw this.refusal(name, {
      zh: `${name} 应是非空列表 […]`,
      en: `${name} must be a list […] that is not empty`,
    })
  }

  private checkedNumber(place: string | JsonPath, value: unknown, limits: NumberLimits): number {
    const path = typeof place === 'string' ? [place] : place
    const name = path.join('.')
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw this.refusalAt([...this.path, ...path], {
        zh: `${name} 应是数字`,
        en: `${name} must be a number`,
      })
    const { min, max, above } = limits
    const wrong =
      above !== undefined && value <= above
        ? { zh: `大于 ${above}`, en: `above ${above}` }
        : min !== undefined && value < min
          ? { zh: `至少 ${min}`, en: `at least ${min}` }
          : max !== undefined && value > max
            ? { zh: `至多 ${max}`, en: `at most ${max}` }
            : null
    if (wrong === null) return value
    throw this.refusalAt([...this.path, ...path], {
      zh: `${name} 应${wrong.zh}，现为 ${value}`,
      en: `${name} must be ${wrong.en}, not ${value}`,
    })
  }

  private refusalAt(path: JsonPath, words: Words): Refusal {
    const { text, path: file, language } = this.file
    return new Refusal('bad_input', words[language], { file, ...locateJson(text, path) })
  }
}
