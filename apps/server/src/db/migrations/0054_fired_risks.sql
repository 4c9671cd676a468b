-- A risk is fired by a metric rule or by a person (B5): an alert says of which
-- risk it is, who fired it, and which tasks are its response. So far the tasks
-- were known by their remark, the risk by the rule.

alter table alert
  alter column rule_id drop not null,
  add column risk_id uuid,
  add column fired_by uuid,
  add column response_task_ids uuid[] not null default '{}';
create index alert_by_risk on alert (workspace_id, plan_id, risk_id) where risk_id is not null;

update alert a set risk_id = r.risk_id,
  response_task_ids = coalesce((
    select array_agg(t.id order by t.position, t.id) from task t
    where t.workspace_id = a.workspace_id and t.plan_id = a.plan_id and t.remark = k.name || ' · ' || (a.title ->> 'zh')
  ), '{}')
from alert_rule r
join risk k on k.workspace_id = r.workspace_id and k.plan_id = r.plan_id and k.id = r.risk_id
where r.workspace_id = a.workspace_id and r.plan_id = a.plan_id and r.id = a.rule_id;
