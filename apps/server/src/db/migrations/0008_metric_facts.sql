-- Metric facts (M1): what an account, campaign, creative … did on a day.
--
-- A source is where figures come from; within it a fact is known by key and day.
-- Money is in millionths of the source's currency, because that is how finely
-- platforms bill: fen of single rows would not add up to the bill.

create table metric_source (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('file', 'api', 'manual', 'connector', 'form')),
  -- platform whose exports it takes; null = any
  preset text,
  account text,
  -- channel of figures that name none themselves
  channel text,
  currency text not null,
  time_zone text,
  -- the person's own mapping of header words to fields
  column_mapping jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

-- One file or one push. A draft carries the file and what its rows become.
create table metric_import (
  workspace_id uuid not null,
  id uuid not null,
  source_id uuid,
  kind text not null check (kind in ('file', 'api')),
  state text not null check (state in ('draft', 'applied', 'undone')),
  file_name text,
  file_bytes integer,
  file_hash bytea,
  -- only as long as it is a draft
  content bytea,
  format text,
  encoding text,
  -- what the person chose: encoding, date, currency, columns, tables
  choices jsonb not null default '{}',
  -- what reading the file gave: tables, sums, problems, questions
  reading json,
  row_count integer not null default 0,
  excluded_count integer not null default 0,
  fact_count integer not null default 0,
  day_from date,
  day_to date,
  written_count integer not null default 0,
  replaced_count integer not null default 0,
  unchanged_count integer not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, source_id) references metric_source (workspace_id, id) on delete cascade
);
alter table metric_import alter column content set storage external;
create index metric_import_by_source on metric_import (workspace_id, source_id, id);

-- The facts of a draft, some thousands a row: columns as array literals, so
-- that confirming is one statement and no file is read twice.
create table metric_import_part (
  workspace_id uuid not null,
  import_id uuid not null,
  part integer not null,
  -- keys that appear for the first time in this part
  keys json not null,
  key_ids text not null,
  days text not null,
  untils text not null,
  hours text not null,
  -- array literal by column of the facts
  figures json not null,
  primary key (workspace_id, import_id, part),
  foreign key (workspace_id, import_id) references metric_import (workspace_id, id) on delete cascade
);

-- Names and ids of what facts are of, once each; the id is a hash of level and identity.
create table metric_key (
  workspace_id uuid not null,
  source_id uuid not null,
  id uuid not null,
  -- dimensions that tell its facts apart, coarse to fine: "campaign/ad"
  level text not null,
  -- number of dimensions, at most nine
  depth smallint not null,
  account text,
  account_id text,
  channel text,
  campaign text,
  campaign_id text,
  ad_group text,
  ad_group_id text,
  ad text,
  ad_id text,
  content text,
  content_id text,
  keyword text,
  product text,
  product_id text,
  region text,
  audience text,
  placement text,
  primary key (workspace_id, source_id, id),
  foreign key (workspace_id, source_id) references metric_source (workspace_id, id) on delete cascade
);

create table fact (
  workspace_id uuid not null,
  source_id uuid not null,
  day date not null,
  key_id uuid not null,
  -- 0-23; -1 = the whole day
  hour smallint not null,
  -- last day where the figures cover several; they count on the first
  until date,
  import_id uuid not null,
  channel text,
  -- assignment (M12)
  plan_id uuid,
  task_id uuid,
  strategy text,
  creator text,
  impressions double precision,
  clicks double precision,
  cost_micros bigint,
  conversions double precision,
  revenue_micros bigint,
  orders double precision,
  engagements double precision,
  leads double precision,
  sessions double precision,
  pageviews double precision,
  reads double precision,
  likes double precision,
  comments double precision,
  shares double precision,
  saves double precision,
  follows double precision,
  views double precision,
  views_3s double precision,
  completed_views double precision,
  events double precision,
  new_users double precision,
  new_customers double precision,
  customers double precision,
  incremental_revenue_micros bigint,
  gross_profit_micros bigint,
  category_revenue_micros bigint,
  units double precision,
  add_to_carts double precision,
  refunds_micros bigint,
  revenue_direct_micros bigint,
  revenue_indirect_micros bigint,
  messages double precision,
  message_openings double precision,
  installs double precision,
  store_visits double precision,
  coupons_issued double precision,
  coupons_redeemed double precision,
  ugc_items double precision,
  mentions_own double precision,
  mentions_category double precision,
  complaints double precision,
  new_interested double precision,
  conversions_by_billing double precision,
  conversions_by_click double precision,
  deep_conversions double precision,
  reach double precision,
  visitors double precision,
  buyers double precision,
  users double precision,
  new_audience double precision,
  active_users double precision,
  retained_users double precision,
  repurchasing_users double precision,
  target_audience double precision,
  cohort_users double precision,
  dormant_users double precision,
  awakened_users double precision,
  position double precision,
  search_index double precision,
  followers double precision,
  awareness double precision,
  favourability double precision,
  -- metrics of the workspace's own
  extra jsonb,
  primary key (workspace_id, source_id, day, key_id, hour)
);
create index fact_by_plan on fact (workspace_id, plan_id, day) where plan_id is not null;

-- Facts that an import replaced, for taking it back. When an older import is
-- taken back below a newer one, what it had replaced moves here under the newer.
create table fact_replaced (
  replaced_by uuid not null,
  like fact,
  primary key (workspace_id, replaced_by, source_id, day, key_id, hour)
);
create index fact_replaced_by_import on fact_replaced (workspace_id, import_id);

-- Keys and days that a write is about to change; rows live as long as its transaction.
create table metric_change (
  workspace_id uuid not null,
  import_id uuid not null,
  source_id uuid not null,
  day date not null,
  key_id uuid not null,
  -- taking back: the import that replaced them
  successor uuid,
  primary key (workspace_id, import_id, source_id, day, key_id)
);

-- Sums by day, kept in the transaction that writes the facts. Levels of one
-- source overlap (campaigns and their ads), so each metric stands only in the
-- rows of the coarsest level that has it on that day: rows may simply be added.
create table metric_day (
  workspace_id uuid not null,
  source_id uuid not null,
  day date not null,
  level text not null,
  channel text,
  plan_id uuid,
  task_id uuid,
  strategy text,
  creator text,
  facts integer not null,
  impressions double precision,
  clicks double precision,
  cost_micros bigint,
  conversions double precision,
  revenue_micros bigint,
  orders double precision,
  engagements double precision,
  leads double precision,
  sessions double precision,
  pageviews double precision,
  reads double precision,
  likes double precision,
  comments double precision,
  shares double precision,
  saves double precision,
  follows double precision,
  views double precision,
  views_3s double precision,
  completed_views double precision,
  events double precision,
  new_users double precision,
  new_customers double precision,
  customers double precision,
  incremental_revenue_micros bigint,
  gross_profit_micros bigint,
  category_revenue_micros bigint,
  units double precision,
  add_to_carts double precision,
  refunds_micros bigint,
  revenue_direct_micros bigint,
  revenue_indirect_micros bigint,
  messages double precision,
  message_openings double precision,
  installs double precision,
  store_visits double precision,
  coupons_issued double precision,
  coupons_redeemed double precision,
  ugc_items double precision,
  mentions_own double precision,
  mentions_category double precision,
  complaints double precision,
  new_interested double precision,
  conversions_by_billing double precision,
  conversions_by_click double precision,
  deep_conversions double precision
);
create index metric_day_by_source on metric_day (workspace_id, source_id, day);
create index metric_day_by_day on metric_day (workspace_id, day);

-- Sums the given days of a source anew. The caller holds the lock on the source.
create function roll_up_metric_days(p_workspace uuid, p_source uuid, p_days date[]) returns void
language sql volatile as $$
  delete from metric_day where workspace_id = p_workspace and source_id = p_source and day = any (p_days);
  insert into metric_day
  select p_workspace, p_source, s.day, s.level, s.channel, s.plan_id, s.task_id, s.strategy, s.creator, s.facts,
    case when min(case when s.impressions is not null then s.rank end) over w = s.rank then s.impressions end,
    case when min(case when s.clicks is not null then s.rank end) over w = s.rank then s.clicks end,
    case when min(case when s.cost_micros is not null then s.rank end) over w = s.rank then s.cost_micros end,
    case when min(case when s.conversions is not null then s.rank end) over w = s.rank then s.conversions end,
    case when min(case when s.revenue_micros is not null then s.rank end) over w = s.rank then s.revenue_micros end,
    case when min(case when s.orders is not null then s.rank end) over w = s.rank then s.orders end,
    case when min(case when s.engagements is not null then s.rank end) over w = s.rank then s.engagements end,
    case when min(case when s.leads is not null then s.rank end) over w = s.rank then s.leads end,
    case when min(case when s.sessions is not null then s.rank end) over w = s.rank then s.sessions end,
    case when min(case when s.pageviews is not null then s.rank end) over w = s.rank then s.pageviews end,
    case when min(case when s.reads is not null then s.rank end) over w = s.rank then s.reads end,
    case when min(case when s.likes is not null then s.rank end) over w = s.rank then s.likes end,
    case when min(case when s.comments is not null then s.rank end) over w = s.rank then s.comments end,
    case when min(case when s.shares is not null then s.rank end) over w = s.rank then s.shares end,
    case when min(case when s.saves is not null then s.rank end) over w = s.rank then s.saves end,
    case when min(case when s.follows is not null then s.rank end) over w = s.rank then s.follows end,
    case when min(case when s.views is not null then s.rank end) over w = s.rank then s.views end,
    case when min(case when s.views_3s is not null then s.rank end) over w = s.rank then s.views_3s end,
    case when min(case when s.completed_views is not null then s.rank end) over w = s.rank then s.completed_views end,
    case when min(case when s.events is not null then s.rank end) over w = s.rank then s.events end,
    case when min(case when s.new_users is not null then s.rank end) over w = s.rank then s.new_users end,
    case when min(case when s.new_customers is not null then s.rank end) over w = s.rank then s.new_customers end,
    case when min(case when s.customers is not null then s.rank end) over w = s.rank then s.customers end,
    case when min(case when s.incremental_revenue_micros is not null then s.rank end) over w = s.rank then s.incremental_revenue_micros end,
    case when min(case when s.gross_profit_micros is not null then s.rank end) over w = s.rank then s.gross_profit_micros end,
    case when min(case when s.category_revenue_micros is not null then s.rank end) over w = s.rank then s.category_revenue_micros end,
    case when min(case when s.units is not null then s.rank end) over w = s.rank then s.units end,
    case when min(case when s.add_to_carts is not null then s.rank end) over w = s.rank then s.add_to_carts end,
    case when min(case when s.refunds_micros is not null then s.rank end) over w = s.rank then s.refunds_micros end,
    case when min(case when s.revenue_direct_micros is not null then s.rank end) over w = s.rank then s.revenue_direct_micros end,
    case when min(case when s.revenue_indirect_micros is not null then s.rank end) over w = s.rank then s.revenue_indirect_micros end,
    case when min(case when s.messages is not null then s.rank end) over w = s.rank then s.messages end,
    case when min(case when s.message_openings is not null then s.rank end) over w = s.rank then s.message_openings end,
    case when min(case when s.installs is not null then s.rank end) over w = s.rank then s.installs end,
    case when min(case when s.store_visits is not null then s.rank end) over w = s.rank then s.store_visits end,
    case when min(case when s.coupons_issued is not null then s.rank end) over w = s.rank then s.coupons_issued end,
    case when min(case when s.coupons_redeemed is not null then s.rank end) over w = s.rank then s.coupons_redeemed end,
    case when min(case when s.ugc_items is not null then s.rank end) over w = s.rank then s.ugc_items end,
    case when min(case when s.mentions_own is not null then s.rank end) over w = s.rank then s.mentions_own end,
    case when min(case when s.mentions_category is not null then s.rank end) over w = s.rank then s.mentions_category end,
    case when min(case when s.complaints is not null then s.rank end) over w = s.rank then s.complaints end,
    case when min(case when s.new_interested is not null then s.rank end) over w = s.rank then s.new_interested end,
    case when min(case when s.conversions_by_billing is not null then s.rank end) over w = s.rank then s.conversions_by_billing end,
    case when min(case when s.conversions_by_click is not null then s.rank end) over w = s.rank then s.conversions_by_click end,
    case when min(case when s.deep_conversions is not null then s.rank end) over w = s.rank then s.deep_conversions end
  from (
    select f.day, k.level, k.depth || ':' || k.level as rank, f.channel, f.plan_id, f.task_id, f.strategy, f.creator, count(*)::integer as facts,
      sum(f.impressions) as impressions,
      sum(f.clicks) as clicks,
      sum(f.cost_micros)::bigint as cost_micros,
      sum(f.conversions) as conversions,
      sum(f.revenue_micros)::bigint as revenue_micros,
      sum(f.orders) as orders,
      sum(f.engagements) as engagements,
      sum(f.leads) as leads,
      sum(f.sessions) as sessions,
      sum(f.pageviews) as pageviews,
      sum(f.reads) as reads,
      sum(f.likes) as likes,
      sum(f.comments) as comments,
      sum(f.shares) as shares,
      sum(f.saves) as saves,
      sum(f.follows) as follows,
      sum(f.views) as views,
      sum(f.views_3s) as views_3s,
      sum(f.completed_views) as completed_views,
      sum(f.events) as events,
      sum(f.new_users) as new_users,
      sum(f.new_customers) as new_customers,
      sum(f.customers) as customers,
      sum(f.incremental_revenue_micros)::bigint as incremental_revenue_micros,
      sum(f.gross_profit_micros)::bigint as gross_profit_micros,
      sum(f.category_revenue_micros)::bigint as category_revenue_micros,
      sum(f.units) as units,
      sum(f.add_to_carts) as add_to_carts,
      sum(f.refunds_micros)::bigint as refunds_micros,
      sum(f.revenue_direct_micros)::bigint as revenue_direct_micros,
      sum(f.revenue_indirect_micros)::bigint as revenue_indirect_micros,
      sum(f.messages) as messages,
      sum(f.message_openings) as message_openings,
      sum(f.installs) as installs,
      sum(f.store_visits) as store_visits,
      sum(f.coupons_issued) as coupons_issued,
      sum(f.coupons_redeemed) as coupons_redeemed,
      sum(f.ugc_items) as ugc_items,
      sum(f.mentions_own) as mentions_own,
      sum(f.mentions_category) as mentions_category,
      sum(f.complaints) as complaints,
      sum(f.new_interested) as new_interested,
      sum(f.conversions_by_billing) as conversions_by_billing,
      sum(f.conversions_by_click) as conversions_by_click,
      sum(f.deep_conversions) as deep_conversions
    from fact f join metric_key k on k.workspace_id = p_workspace and k.source_id = p_source and k.id = f.key_id
    where f.workspace_id = p_workspace and f.source_id = p_source and f.day = any (p_days)
    group by 1, 2, 3, 4, 5, 6, 7, 8
  ) s
  window w as (partition by s.day);
$$;

do $$
declare
  name text;
begin
  foreach name in array array['metric_source', 'metric_import', 'metric_import_part', 'metric_key', 'fact', 'fact_replaced', 'metric_change', 'metric_day'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;
