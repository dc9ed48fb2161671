-- plans::store::list_plans, by a service
{plans}where p.tenant_id = {tenant} and p.shared_at is not null and p.id > {plan}
order by p.id asc limit 21;
