-- Assignment (M12): rules map lines (keys of a source) to a plan, a strategy, a
-- creator and one task or several by shares. The first rule that fits takes the
-- line; which one that was stands in its key, the outcome in its facts.

create table assignment_rule (
  workspace_id uuid not null,
  id uuid not null,
  -- 0 is tried first
  position integer not null,
  name text not null,
  -- [{field, operator, value, part}]
  conditions jsonb not null,
  plan_id uuid not null,
  strategy text,
  creator text,
  -- [{taskId, shareBps}], summing to 10,000; empty: to the plan alone
  shares jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

alter table metric_key add column rule_id uuid;
create index metric_key_by_rule on metric_key (workspace_id, rule_id) where rule_id is not null;

alter table assignment_rule enable row level security;
alter table assignment_rule force row level security;
create policy workspace_only on assignment_rule to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, update, delete on assignment_rule to yingce_app;

-- Lines of a plan that is deleted go back to the bucket, their money with them.
create function unassign_lines_of_plan() returns trigger language plpgsql as $$
declare
  one record;
begin
  update metric_key k set rule_id = null
    from assignment_rule r
    where r.workspace_id = old.workspace_id and r.plan_id = old.id
      and k.workspace_id = old.workspace_id and k.rule_id = r.id;
  for one in
    with moved as (
      update fact f set plan_id = null, task_id = null, strategy = null, creator = null
      from metric_source s
      where f.workspace_id = old.workspace_id and f.plan_id = old.id
        and s.workspace_id = old.workspace_id and s.id = f.source_id and s.kind <> 'manual'
      returning f.source_id, f.day
    )
    select source_id, array_agg(distinct day) as days from moved group by source_id
  loop
    perform roll_up_metric_days(old.workspace_id, one.source_id, one.days);
  end loop;
  return old;
end $$;
create trigger unassign_lines before delete on plan for each row execute function unassign_lines_of_plan();
