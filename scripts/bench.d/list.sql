-- plans::store::list_plans, by a service
{plans}where p.tenant_id = {tenant} and (p.shared_at is not null or p.owner_id = {nil_id}) and p.id > {plan}
order by p.id asc limit 21;
