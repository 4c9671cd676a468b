-- Where no fact of a period is of an hour, and few are, this says so at once.
create index fact_of_hours on fact_row (workspace_id, day) where hour >= 0;
