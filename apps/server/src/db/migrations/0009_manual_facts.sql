-- The figures that people fill in by hand (plan x day x channel) are facts as
-- well, so that whoever reads facts sees them. The records stay what is edited;
-- each is mirrored as one fact of a source "manual", one such source for each
-- currency of plans. Its id follows from workspace and currency.

create function manual_source_id(p_workspace uuid, p_currency text) returns uuid
language sql immutable as $$
  -- Version 8, so that it is a UUID by its form too.
  select overlay(overlay(md5(p_workspace::text || ' manual ' || p_currency) placing '8' from 13) placing '8' from 17)::uuid
$$;

create function mirror_manual_facts(p_workspace uuid, p_gone uuid[], p_there uuid[]) returns void
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
      delete from fact where workspace_id = p_workspace and source_id = one.id and key_id = any (p_gone || p_there) returning day
    )
    select coalesce(array_agg(distinct day), '{}') into days from gone;
    delete from metric_key where workspace_id = p_workspace and source_id = one.id and id = any (p_gone || p_there);
    insert into metric_key (workspace_id, source_id, id, level, depth, channel, content)
      select p_workspace, one.id, m.id, 'channel/content', 2, m.channel, m.content
      from metric_fact m join plan p on p.workspace_id = p_workspace and p.id = m.plan_id and p.currency = one.currency
      where m.workspace_id = p_workspace and m.id = any (p_there);
    with there as (
      insert into fact (workspace_id, source_id, day, key_id, hour, import_id, channel, plan_id,
          impressions, clicks, conversions, cost_micros, revenue_micros)
        select p_workspace, one.id, m.day, m.id, -1, one.id, m.channel, m.plan_id,
          m.impressions, m.clicks, m.conversions, m.cost * 10000, m.revenue * 10000
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

-- Amounts of a plan that changes its currency keep their figures and change their name.
create function mirror_plan_currency() returns trigger language plpgsql as $$
begin
  perform mirror_manual_facts(new.workspace_id, '{}',
    (select coalesce(array_agg(id), '{}') from metric_fact where workspace_id = new.workspace_id and plan_id = new.id));
  return null;
end $$;
create trigger mirror_currency after update of currency on plan
  for each row when (old.currency is distinct from new.currency) execute function mirror_plan_currency();

create function mirror_inserted_facts() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in select workspace_id, array_agg(id) as ids from there group by workspace_id loop
    perform mirror_manual_facts(one.workspace_id, '{}', one.ids);
  end loop;
  return null;
end $$;
create function mirror_updated_facts() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in
    select t.workspace_id, array_agg(t.id) as ids from there t join gone g using (workspace_id, plan_id, id)
    where (t.day, t.channel, t.content, t.impressions, t.clicks, t.conversions, t.cost, t.revenue)
      is distinct from (g.day, g.channel, g.content, g.impressions, g.clicks, g.conversions, g.cost, g.revenue)
    group by t.workspace_id
  loop
    perform mirror_manual_facts(one.workspace_id, '{}', one.ids);
  end loop;
  return null;
end $$;
create function mirror_deleted_facts() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in select workspace_id, array_agg(id) as ids from gone group by workspace_id loop
    perform mirror_manual_facts(one.workspace_id, one.ids, '{}');
  end loop;
  return null;
end $$;

create trigger mirror_inserted after insert on metric_fact
  referencing new table as there for each statement execute function mirror_inserted_facts();
create trigger mirror_updated after update on metric_fact
  referencing old table as gone new table as there for each statement execute function mirror_updated_facts();
create trigger mirror_deleted after delete on metric_fact
  referencing old table as gone for each statement execute function mirror_deleted_facts();

-- What was filled in before. The owner of the tables is bound by the policies
-- too, which name no workspace here: they are lifted for this one transaction.
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
