select o.department, count(*) as people, count(s.owner_id) as shared, coalesce(sum(s.answered), 0) as answered,
    coalesce(sum(s.discussed), 0) as discussed, coalesce(sum(s.agreed), 0) as agreed, min(n.prepared) as prepared
from people o
join cycle_departments d on d.tenant_id = {tenant} and d.cycle_id = {cycle} and d.department = o.department
left join (
    select p.owner_id,
        max(case when exists (select 1 from feedback f where f.tenant_id = {tenant} and f.plan_id = p.id
            and f.status <> 'draft') then 1 else 0 end) as answered,
        max(case when exists (select 1 from discussions t where t.tenant_id = {tenant} and t.plan_id = p.id
            and t.status = 'held') then 1 else 0 end) as discussed,
        max(case when p.status in ('agreed', 'completed') then 1 else 0 end) as agreed
    from plans p
    where p.tenant_id = {tenant} and p.cycle_id = {cycle} and p.shared_at is not null
    group by p.owner_id
) s on s.owner_id = o.id
left join cycle_counts n on n.tenant_id = {tenant} and n.cycle_id = {cycle} and n.department = o.department
where o.tenant_id = {tenant} and o.active
group by o.department
order by o.department;
