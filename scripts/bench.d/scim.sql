-- scim::store::list_users and count_users, of a filter by the beginning of the user name
select p.* from people p
where p.tenant_id = {tenant} and p.deleted_at is null
    and (p.user_name_key is not null and substr(p.user_name_key, 1, length('person-1')) = 'person-1')
order by p.id asc limit 100 offset 0;
select count(*) as number from people p
where p.tenant_id = {tenant} and p.deleted_at is null
    and (p.user_name_key is not null and substr(p.user_name_key, 1, length('person-1')) = 'person-1');
