-- All that a plan's channels are judged by is filled in by hand (M1): people (visitors, buyers, active,
-- retained and repurchasing users), coupons, content by users, mentions, complaints, the search index,
-- and what a workspace counts of its own: six counts that add up and two levels, which mean
-- what a metric of the workspace with that formula says.

alter table metric_fact
  add column visitors bigint,
  add column buyers bigint,
  add column active_users bigint,
  add column cohort_users bigint,
  add column retained_users bigint,
  add column repurchasing_users bigint,
  add column coupons_issued bigint,
  add column coupons_redeemed bigint,
  add column ugc_items bigint,
  add column mentions_own bigint,
  add column mentions_category bigint,
  add column complaints bigint,
  add column search_index bigint,
  add column own_count1 double precision,
  add column own_count2 double precision,
  add column own_count3 double precision,
  add column own_count4 double precision,
  add column own_count5 double precision,
  add column own_count6 double precision,
  add column own_level1 double precision,
  add column own_level2 double precision;

alter table fact
  add column own_count1 double precision,
  add column own_count2 double precision,
  add column own_count3 double precision,
  add column own_count4 double precision,
  add column own_count5 double precision,
  add column own_count6 double precision,
  add column own_level1 double precision,
  add column own_level2 double precision;
alter table fact_replaced
  add column own_count1 double precision,
  add column own_count2 double precision,
  add column own_count3 double precision,
  add column own_count4 double precision,
  add column own_count5 double precision,
  add column own_count6 double precision,
  add column own_level1 double precision,
  add column own_level2 double precision;
alter table metric_day
  add column own_count1 double precision,
  add column own_count2 double precision,
  add column own_count3 double precision,
  add column own_count4 double precision,
  add column own_count5 double precision,
  add column own_count6 double precision;
alter table metric_import_part
  add column own_count1 double precision[],
  add column own_count2 double precision[],
  add column own_count3 double precision[],
  add column own_count4 double precision[],
  add column own_count5 double precision[],
  add column own_count6 double precision[],
  add column own_level1 double precision[],
  add column own_level2 double precision[];

create or replace function mirror_manual_facts(p_workspace uuid, p_gone uuid[], p_there uuid[]) returns void
language plpgsql volatile as $$
declare
  one record;
  days date[];
begin
  insert into metric_source (workspace_id, id, name, kind, currency, created_at, updated_at)
    select distinct p_workspace, manual_source_id(p_workspace, p.currency), 'manual ' || p.currency, 'manual', p.currency, now(), now()
    from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id
    where m.workspace_id = p_workspace and m.id = any (p_there)
    on conflict do nothing;
  -- One at a time per workspace: the days are summed anew.
  perform 1 from metric_source where workspace_id = p_workspace and kind = 'manual' order by id for no key update;
  for one in select id, currency from metric_source where workspace_id = p_workspace and kind = 'manual' order by id loop
    with gone as (
      delete from fact where workspace_id = p_workspace and source_id = one.id and import_id = source_id and key_id = any (p_gone || p_there) returning day
    )
    select coalesce(array_agg(distinct day), '{}') into days from gone;
    delete from metric_key where workspace_id = p_workspace and source_id = one.id and id = any (p_gone || p_there);
    insert into metric_key (workspace_id, source_id, id, level, depth, channel, content)
      select p_workspace, one.id, m.id, 'channel/content', 2, m.channel, m.content
      from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id and p.currency = one.currency
      where m.workspace_id = p_workspace and m.id = any (p_there);
    with there as (
      insert into fact (workspace_id, source_id, day, key_id, hour, import_id, channel, plan_id,
          impressions, clicks, conversions, cost_micros, revenue_micros,
          reach, reads, views, likes, comments, shares, saves, leads, store_visits, orders, new_customers, followers,
          visitors, buyers, active_users, cohort_users, retained_users, repurchasing_users, coupons_issued, coupons_redeemed, ugc_items, mentions_own, mentions_category, complaints, search_index, own_count1, own_count2, own_count3, own_count4, own_count5, own_count6, own_level1, own_level2)
        select p_workspace, one.id, m.day, m.id, -1, one.id, m.channel, m.plan_id,
          m.impressions, m.clicks, m.conversions, m.cost * 10000, m.revenue * 10000,
          m.reach, m.reads, m.views, m.likes, m.comments, m.shares, m.saves, m.leads, m.store_visits, m.orders, m.new_customers, m.followers,
          m.visitors, m.buyers, m.active_users, m.cohort_users, m.retained_users, m.repurchasing_users, m.coupons_issued, m.coupons_redeemed, m.ugc_items, m.mentions_own, m.mentions_category, m.complaints, m.search_index, m.own_count1, m.own_count2, m.own_count3, m.own_count4, m.own_count5, m.own_count6, m.own_level1, m.own_level2
        from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id and p.currency = one.currency
        where m.workspace_id = p_workspace and m.id = any (p_there)
        returning day
    )
    select days || coalesce(array_agg(distinct day), '{}') into days from there;
    if cardinality(days) > 0 then
      perform roll_up_metric_days(p_workspace, one.id, days);
    end if;
  end loop;
end $$;

-- A change of any figure reaches the facts: those that came later than the first five were left out.
create or replace function mirror_updated_facts() returns trigger language plpgsql as $$
declare
  one record;
  aside constant text[] := array['position', 'version', 'unread', 'created_at', 'updated_at'];
begin
  for one in
    select t.workspace_id, array_agg(t.id) as ids from there t join gone g using (workspace_id, plan_id, id)
    where to_jsonb(t) - aside is distinct from to_jsonb(g) - aside
    group by t.workspace_id
  loop
    perform mirror_manual_facts(one.workspace_id, '{}', one.ids);
  end loop;
  return null;
end $$;

-- What was changed since. The owner of the tables is bound by the policies too, which name no
-- workspace here: they are lifted for this one transaction.
do $$
declare
  name text;
  one record;
begin
  foreach name in array array['metric_fact', 'plan', 'metric_source', 'metric_key', 'fact', 'metric_day'] loop
    execute format('alter table %I no force row level security', name);
  end loop;
  for one in select workspace_id, array_agg(id) as ids from metric_fact group by workspace_id loop
    perform mirror_manual_facts(one.workspace_id, '{}', one.ids);
  end loop;
  foreach name in array array['metric_fact', 'plan', 'metric_source', 'metric_key', 'fact', 'metric_day'] loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
