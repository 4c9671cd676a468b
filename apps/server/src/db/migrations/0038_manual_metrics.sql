-- What channels of content are judged by is filled in by hand as well: reads, likes, saves, leads …
-- Followers are a level and reach counts heads: neither is ever summed over days.

alter table metric_fact
  add column reach bigint,
  add column reads bigint,
  add column views bigint,
  add column likes bigint,
  add column comments bigint,
  add column shares bigint,
  add column saves bigint,
  add column leads bigint,
  add column store_visits bigint,
  add column orders bigint,
  add column new_customers bigint,
  add column followers bigint;

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
          reach, reads, views, likes, comments, shares, saves, leads, store_visits, orders, new_customers, followers)
        select p_workspace, one.id, m.day, m.id, -1, one.id, m.channel, m.plan_id,
          m.impressions, m.clicks, m.conversions, m.cost * 10000, m.revenue * 10000,
          m.reach, m.reads, m.views, m.likes, m.comments, m.shares, m.saves, m.leads, m.store_visits, m.orders, m.new_customers, m.followers
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
