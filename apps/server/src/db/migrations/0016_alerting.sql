-- Rules that watch a plan's figures, and what they found. A rule is kept as the
-- domain reads it; an alert keeps its evidence, since facts change afterwards.

create table alert_rule (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  name text not null,
  condition jsonb not null,
  policy jsonb not null,
  scope jsonb not null,
  recipients uuid[] not null,
  is_on boolean not null,
  risk_id uuid,
  version integer not null default 1,
  evaluated_on date,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

create table alert (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  title jsonb not null,
  severity text not null check (severity in ('info', 'warning', 'critical')),
  state text not null default 'open' check (state in ('open', 'acknowledged', 'acting', 'resolved')),
  day date not null,
  since date not null,
  metric text,
  channel text,
  task_id uuid,
  evidence jsonb not null,
  fired_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  root_cause_id uuid,
  action_task_id uuid,
  acted_by uuid,
  acted_at timestamptz,
  resolved_by uuid,
  resolved_at timestamptz,
  resolution text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);
-- A rule speaks once a day, of each task once.
create unique index alert_once on alert (workspace_id, plan_id, rule_id, day, coalesce(task_id, '00000000-0000-0000-0000-000000000000'));
create index alert_by_time on alert (workspace_id, fired_at desc);

do $$
declare
  name text;
begin
  foreach name in array array['alert_rule', 'alert'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;
