-- plans::store::find_plan, by a service
{plans}where p.tenant_id = {tenant} and p.id = {plan};
