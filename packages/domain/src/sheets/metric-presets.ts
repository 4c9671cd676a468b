import type { MetricPreset } from './metric-preset.ts'
import {
  AMAZON,
  APPLE_SEARCH,
  LINKEDIN,
  META,
  MICROSOFT,
  PINTEREST,
  REDDIT,
  SNAPCHAT,
  TIKTOK,
  X_ADS,
} from './metric-presets/abroad.ts'
import { OCEANENGINE, QIANCHUAN, TENCENT, XIAOHONGSHU } from './metric-presets/chinese-feed.ts'
import { BAIDU, QIHOO360, SHENMA, SOGOU, UC } from './metric-presets/chinese-search.ts'
import { SYCM, WANXIANGTAI } from './metric-presets/chinese-shop.ts'
import { GENERIC_METRICS } from './metric-presets/generic.ts'
import {
  GA4,
  GOOGLE_ADS,
  GOOGLE_ADS_API,
  GOOGLE_BUSINESS,
  SEARCH_CONSOLE,
  SEMRUSH,
} from './metric-presets/google.ts'

/** Presets of the platforms; the one with the most headers in a file is taken, of equals the earlier. */
export const METRIC_PRESETS: readonly MetricPreset[] = [
  BAIDU,
  OCEANENGINE,
  QIANCHUAN,
  XIAOHONGSHU,
  TENCENT,
  WANXIANGTAI,
  SYCM,
  QIHOO360,
  SOGOU,
  SHENMA,
  UC,
  GOOGLE_ADS,
  GOOGLE_ADS_API,
  GA4,
  SEARCH_CONSOLE,
  GOOGLE_BUSINESS,
  SEMRUSH,
  META,
  TIKTOK,
  LINKEDIN,
  MICROSOFT,
  SNAPCHAT,
  PINTEREST,
  REDDIT,
  X_ADS,
  APPLE_SEARCH,
  AMAZON,
  GENERIC_METRICS,
]
