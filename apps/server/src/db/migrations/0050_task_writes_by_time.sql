-- What people wrote into the tasks of a plan on given days, without reading the
-- whole log of the plan: the stand-up opens with it. Imports, which write by the
-- ten thousand, have no part in it.

create index change_log_task_writes on change_log (workspace_id, plan_id, at)
  where entity = 'task' and action = 'update' and source in ('page', 'api');
