-- What waits for confirmation is kept in the form in which it is written: columns
-- as arrays, so that nothing is taken apart or parsed twice; and the file of a draft
-- in pieces, so that nobody needs memory for a copy of the whole.

create table metric_import_content (
  workspace_id uuid not null,
  import_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (workspace_id, import_id, part),
  foreign key (workspace_id, import_id) references metric_import (workspace_id, id) on delete cascade
);
alter table metric_import_content alter column bytes set storage external;

alter table metric_import_part rename to metric_import_part_of_texts;
alter table metric_import_part_of_texts rename constraint metric_import_part_pkey to metric_import_part_of_texts_pkey;
create table metric_import_part (
  workspace_id uuid not null,
  import_id uuid not null,
  part integer not null,
  facts integer not null,
  -- keys that appear for the first time in this part
  keys json not null,
  -- days that occur, each once
  days date[] not null,
  -- one element for each fact
  key_id uuid[] not null,
  day date[] not null,
  -- null = no fact of the part covers several days
  until date[],
  hour smallint[] not null,
  impressions double precision[],
  clicks double precision[],
  cost_micros bigint[],
  conversions double precision[],
  revenue_micros bigint[],
  orders double precision[],
  engagements double precision[],
  leads double precision[],
  sessions double precision[],
  pageviews double precision[],
  reads double precision[],
  likes double precision[],
  comments double precision[],
  shares double precision[],
  saves double precision[],
  follows double precision[],
  views double precision[],
  views_3s double precision[],
  completed_views double precision[],
  events double precision[],
  new_users double precision[],
  new_customers double precision[],
  customers double precision[],
  incremental_revenue_micros bigint[],
  gross_profit_micros bigint[],
  category_revenue_micros bigint[],
  units double precision[],
  add_to_carts double precision[],
  refunds_micros bigint[],
  revenue_direct_micros bigint[],
  revenue_indirect_micros bigint[],
  messages double precision[],
  message_openings double precision[],
  installs double precision[],
  store_visits double precision[],
  coupons_issued double precision[],
  coupons_redeemed double precision[],
  ugc_items double precision[],
  mentions_own double precision[],
  mentions_category double precision[],
  complaints double precision[],
  new_interested double precision[],
  conversions_by_billing double precision[],
  conversions_by_click double precision[],
  deep_conversions double precision[],
  reach double precision[],
  visitors double precision[],
  buyers double precision[],
  users double precision[],
  new_audience double precision[],
  active_users double precision[],
  retained_users double precision[],
  repurchasing_users double precision[],
  target_audience double precision[],
  cohort_users double precision[],
  dormant_users double precision[],
  awakened_users double precision[],
  position double precision[],
  search_index double precision[],
  followers double precision[],
  awareness double precision[],
  favourability double precision[],
  primary key (workspace_id, import_id, part),
  foreign key (workspace_id, import_id) references metric_import (workspace_id, id) on delete cascade
);
-- Figures hardly get smaller, and trying takes longer than writing them.
do $$
declare
  name text;
begin
  for name in
    select attname from pg_attribute where attrelid = 'metric_import_part'::regclass and attnum > 0 and atttypid in (
      'uuid[]'::regtype, 'date[]'::regtype, 'smallint[]'::regtype, 'bigint[]'::regtype, 'double precision[]'::regtype)
  loop
    execute format('alter table metric_import_part alter column %I set storage external', name);
  end loop;
end $$;

-- Drafts of before. The owner of the tables is bound by the policies too, which name
-- no workspace here: they are lifted for this one transaction.
alter table metric_import no force row level security;
alter table metric_import_part_of_texts no force row level security;
insert into metric_import_content (workspace_id, import_id, part, bytes)
  select workspace_id, id, 0, content from metric_import where content is not null;
insert into metric_import_part (workspace_id, import_id, part, facts, keys, days, key_id, day, until, hour,
    impressions, clicks, cost_micros, conversions, revenue_micros, orders, engagements, leads, sessions, pageviews, reads, likes, comments, shares, saves, follows, views, views_3s, completed_views, events, new_users, new_customers, customers, incremental_revenue_micros, gross_profit_micros, category_revenue_micros, units, add_to_carts, refunds_micros, revenue_direct_micros, revenue_indirect_micros, messages, message_openings, installs, store_visits, coupons_issued, coupons_redeemed, ugc_items, mentions_own, mentions_category, complaints, new_interested, conversions_by_billing, conversions_by_click, deep_conversions, reach, visitors, buyers, users, new_audience, active_users, retained_users, repurchasing_users, target_audience, cohort_users, dormant_users, awakened_users, position, search_index, followers, awareness, favourability)
  select workspace_id, import_id, part, coalesce(cardinality(days::date[]), 0), keys,
    (select coalesce(array_agg(distinct d), '{}') from unnest(days::date[]) d),
    key_ids::uuid[], days::date[], untils::date[], hours::smallint[],
    (figures ->> 'impressions')::double precision[],
    (figures ->> 'clicks')::double precision[],
    (figures ->> 'cost_micros')::bigint[],
    (figures ->> 'conversions')::double precision[],
    (figures ->> 'revenue_micros')::bigint[],
    (figures ->> 'orders')::double precision[],
    (figures ->> 'engagements')::double precision[],
    (figures ->> 'leads')::double precision[],
    (figures ->> 'sessions')::double precision[],
    (figures ->> 'pageviews')::double precision[],
    (figures ->> 'reads')::double precision[],
    (figures ->> 'likes')::double precision[],
    (figures ->> 'comments')::double precision[],
    (figures ->> 'shares')::double precision[],
    (figures ->> 'saves')::double precision[],
    (figures ->> 'follows')::double precision[],
    (figures ->> 'views')::double precision[],
    (figures ->> 'views_3s')::double precision[],
    (figures ->> 'completed_views')::double precision[],
    (figures ->> 'events')::double precision[],
    (figures ->> 'new_users')::double precision[],
    (figures ->> 'new_customers')::double precision[],
    (figures ->> 'customers')::double precision[],
    (figures ->> 'incremental_revenue_micros')::bigint[],
    (figures ->> 'gross_profit_micros')::bigint[],
    (figures ->> 'category_revenue_micros')::bigint[],
    (figures ->> 'units')::double precision[],
    (figures ->> 'add_to_carts')::double precision[],
    (figures ->> 'refunds_micros')::bigint[],
    (figures ->> 'revenue_direct_micros')::bigint[],
    (figures ->> 'revenue_indirect_micros')::bigint[],
    (figures ->> 'messages')::double precision[],
    (figures ->> 'message_openings')::double precision[],
    (figures ->> 'installs')::double precision[],
    (figures ->> 'store_visits')::double precision[],
    (figures ->> 'coupons_issued')::double precision[],
    (figures ->> 'coupons_redeemed')::double precision[],
    (figures ->> 'ugc_items')::double precision[],
    (figures ->> 'mentions_own')::double precision[],
    (figures ->> 'mentions_category')::double precision[],
    (figures ->> 'complaints')::double precision[],
    (figures ->> 'new_interested')::double precision[],
    (figures ->> 'conversions_by_billing')::double precision[],
    (figures ->> 'conversions_by_click')::double precision[],
    (figures ->> 'deep_conversions')::double precision[],
    (figures ->> 'reach')::double precision[],
    (figures ->> 'visitors')::double precision[],
    (figures ->> 'buyers')::double precision[],
    (figures ->> 'users')::double precision[],
    (figures ->> 'new_audience')::double precision[],
    (figures ->> 'active_users')::double precision[],
    (figures ->> 'retained_users')::double precision[],
    (figures ->> 'repurchasing_users')::double precision[],
    (figures ->> 'target_audience')::double precision[],
    (figures ->> 'cohort_users')::double precision[],
    (figures ->> 'dormant_users')::double precision[],
    (figures ->> 'awakened_users')::double precision[],
    (figures ->> 'position')::double precision[],
    (figures ->> 'search_index')::double precision[],
    (figures ->> 'followers')::double precision[],
    (figures ->> 'awareness')::double precision[],
    (figures ->> 'favourability')::double precision[]
  from metric_import_part_of_texts;
drop table metric_import_part_of_texts;
alter table metric_import drop column content;
alter table metric_import force row level security;

do $$
declare
  name text;
begin
  foreach name in array array['metric_import_content', 'metric_import_part'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;
