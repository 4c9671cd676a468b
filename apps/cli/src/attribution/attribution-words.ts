import type { AttributionModel, AttributionWarning } from '@yingce/domain/attribution/attribution-model'
import type { AttributionRefusalCode } from '@yingce/domain/attribution/attribution-refusal'
import type { JourneyFileErrorCode } from '@yingce/office/journeys/journey-file-error'
import type { Words } from '../language.ts'

export interface RefusalWords {
  readonly message: Words
  readonly advice: Words
}

export const MODEL_WORDS: Readonly<Record<AttributionModel, Words>> = {
  first: { zh: '首次触点', en: 'first touch' },
  last: { zh: '末次触点', en: 'last touch' },
  'last-non-direct': { zh: '末次非直接', en: 'last non-direct' },
  linear: { zh: '线性(按触点)', en: 'linear (touch)' },
  'linear-unique': { zh: '线性(按渠道)', en: 'linear (channel)' },
  position: { zh: '首末加权40/20/40', en: 'position 40/20/40' },
  'time-decay': { zh: '时间衰减', en: 'time decay' },
  markov: { zh: '马尔可夫', en: 'Markov' },
  shapley: { zh: 'Shapley(=线性按渠道)', en: 'Shapley (= linear channel)' },
  'shapley-rate': { zh: 'Shapley(转化率)', en: 'Shapley (rate)' },
}

export const WARNING_WORDS: Readonly<Record<AttributionWarning | 'unattributed', Words>> = {
  no_conversions: { zh: '没有任何转化，无可归因', en: 'nothing converted: there is nothing to credit' },
  no_null_paths: {
    zh: '没有未转化的路径：{model} 只反映渠道是否在路上，不反映它是否提高转化',
    en: 'no path without conversion: {model} only sees which channels are on the way, not whether they help',
  },
  no_direct_channel: {
    zh: '没有“直接访问”渠道，结果与末次触点相同；用 --direct 指定',
    en: 'no channel is direct, so this is last touch: name it with --direct',
  },
  same_as_linear_unique: {
    zh: '按“集合内路径的转化数”定义的 Shapley 等于线性(按渠道)；看转化率请用 shapley-rate',
    en: 'Shapley over the conversions inside a set equals linear by unique channel; see shapley-rate for rates',
  },
  negative_credit: {
    zh: '有渠道为负：含该渠道的路径转化率低于不含时',
    en: 'a credit below 0: journeys convert less often with that channel than without',
  },
  unattributed: {
    zh: '{count} 次转化之前没有触点，未计入',
    en: '{count} conversions had no touch before them and are left out',
  },
}

export const ATTRIBUTION_REFUSALS: Readonly<Record<AttributionRefusalCode, RefusalWords>> = {
  no_journeys: {
    message: { zh: '没有路径', en: 'there are no journeys' },
    advice: { zh: '请检查导出。', en: 'Check the export.' },
  },
  bad_journey: {
    message: { zh: '第 {index} 条路径不对', en: 'journey {index} is not right' },
    advice: { zh: '请更正。', en: 'Correct it.' },
  },
  needs_times: {
    message: {
      zh: '时间衰减需要每个触点的时间，路径文件里没有',
      en: 'time decay needs the time of every touch, which a file of paths does not have',
    },
    advice: {
      zh: '请给出触点明细（用户、时间、渠道、转化），或换用 position、linear。',
      en: 'Give single touches (user, time, channel, conversion), or take position or linear.',
    },
  },
  bad_half_life: {
    message: { zh: '半衰期要大于 0 天：{found}', en: 'no half life: {found}' },
    advice: { zh: '例如 --half-life 7。', en: 'For example --half-life 7.' },
  },
  too_many_channels: {
    message: {
      zh: '{model} 最多 {limit} 个渠道，这里有 {found} 个',
      en: '{model} takes up to {limit} channels, here are {found}',
    },
    advice: {
      zh: '请合并小渠道，或降低阶数，或改用 shapley、markov。',
      en: 'Merge small channels, lower the order, or take shapley or markov.',
    },
  },
}

export const JOURNEY_FILE_REFUSALS: Readonly<Record<JourneyFileErrorCode, RefusalWords>> = {
  unknown_columns: {
    message: { zh: '认不出列：{found}', en: 'the columns are not known: {found}' },
    advice: {
      zh: '路径文件要有 path、total_conversions（可加 total_conversion_value、total_null）；触点文件要有 用户、时间、渠道、转化（可加 金额）。',
      en: 'Paths need path, total_conversions (and may have total_conversion_value, total_null); touches need user, time, channel, conversion (and may have value).',
    },
  },
  no_conversion_column: {
    message: { zh: '没有“转化”列：{found}', en: 'no column says what converted: {found}' },
    advice: { zh: '请加一列 转化（1 或 0）。', en: 'Add a column conversion with 1 or 0.' },
  },
  duplicate_column: {
    message: { zh: '“{column}”与“{other}”是同一种列', en: '"{column}" and "{other}" mean the same' },
    advice: { zh: '请删去或改名其中一列。', en: 'Delete or rename one of them.' },
  },
  no_rows: {
    message: { zh: '表头下面没有数据', en: 'nothing stands below the header' },
    advice: { zh: '请检查导出。', en: 'Check the export.' },
  },
  missing_cell: {
    message: { zh: '“{column}”是空的', en: '"{column}" is empty' },
    advice: { zh: '请填写；没有就写 0。', en: 'Fill it in; write 0 for none.' },
  },
  extra_cells: {
    message: {
      zh: '这一行有 {found} 格，表头只有 {expected} 格',
      en: 'the row has {found} cells, the header {expected}',
    },
    advice: {
      zh: '含逗号的数字或名称要加引号。',
      en: 'Put numbers and names with commas into quotes.',
    },
  },
  not_a_number: {
    message: { zh: '“{column}”不是数字：“{text}”', en: '"{column}" is no number: "{text}"' },
    advice: { zh: '请更正。', en: 'Correct it.' },
  },
  negative_number: {
    message: { zh: '“{column}”是负数：“{text}”', en: '"{column}" is negative: "{text}"' },
    advice: {
      zh: '次数和金额不能为负；退款请另记。',
      en: 'Counts and values are 0 or more; book returns apart.',
    },
  },
  not_a_time: {
    message: { zh: '“{column}”不是时间：“{text}”', en: '"{column}" is no time: "{text}"' },
    advice: { zh: '请写成 2026-06-18 20:05:00。', en: 'Write it like 2026-06-18 20:05:00.' },
  },
  not_a_conversion: {
    message: { zh: '“{column}”不是转化标记：“{text}”', en: '"{column}" says neither yes nor no: "{text}"' },
    advice: { zh: '请写 1 或 0。', en: 'Write 1 or 0.' },
  },
  empty_path: {
    message: { zh: '路径是空的', en: 'the path is empty' },
    advice: { zh: '请删去这一行。', en: 'Delete the row.' },
  },
  empty_touch: {
    message: { zh: '路径里有空的触点：“{text}”', en: 'a touch of the path has no name: "{text}"' },
    advice: { zh: '“>”两边都要有渠道。', en: 'A channel stands on both sides of ">".' },
  },
  value_without_conversion: {
    message: {
      zh: '没有转化，“{column}”却有金额：“{text}”',
      en: '"{column}" has a value although nothing converted: "{text}"',
    },
    advice: { zh: '请更正其中之一。', en: 'Correct one of them.' },
  },
  open_quote: {
    message: { zh: '引号没有结束', en: 'a quote is never closed' },
    advice: { zh: '请补上引号。', en: 'Close it.' },
  },
  bad_quote: {
    message: { zh: '引号后面还有内容', en: 'something follows a closing quote' },
    advice: { zh: '单元格里的引号要写两次。', en: 'Double the quotes inside a cell.' },
  },
}
