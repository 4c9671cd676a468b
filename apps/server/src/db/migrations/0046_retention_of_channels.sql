-- Few facts say who stayed or came again; the grades of channels look for them among all of a plan.
create index fact_of_retention on fact (workspace_id, plan_id, day)
  where retained_users is not null or repurchasing_users is not null;
