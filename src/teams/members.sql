-- The members of a team, as the first part of a statement. $1 is the tenant, $2 the manager, $3 the current time. A
-- line that ends with tags is for statements with all of them. `reports`: the direct reports. `subtree`: also
-- everyone below them, on a way that may lead over inactive people, and without the manager, if managers form a
-- circle; a circle ends, because `union` leaves out who is there already. `acting`: also the people whose acting
-- manager this person is.
with members as ( -- reports
with recursive below as ( -- subtree
    select o.id, o.display_name, o.title, o.department, o.manager_id, o.active -- subtree
    from people o -- subtree
    where o.tenant_id = $1 and o.manager_id = $2 -- subtree
    union -- subtree
    select o.id, o.display_name, o.title, o.department, o.manager_id, o.active -- subtree
    from below b -- subtree
    join people o on o.tenant_id = $1 and o.manager_id = b.id -- subtree
), -- subtree
members as ( -- subtree
    select o.id, o.display_name, o.title, o.department, o.manager_id, 0 as is_acted -- reports
    from people o -- reports
    where o.tenant_id = $1 and o.manager_id = $2 and o.active -- reports
    select b.id, b.display_name, b.title, b.department, b.manager_id, 0 as is_acted -- subtree
    from below b -- subtree
    where b.active and b.id <> $2 -- subtree
    union all -- acting
    select o.id, o.display_name, o.title, o.department, o.manager_id, 1 as is_acted -- acting
    from people o -- acting
    where o.tenant_id = $1 and o.active and o.id in ( -- acting
            {acting}) -- acting
        and (o.manager_id <> $2) is not false -- acting reports
        and o.id not in (select b.id from below b) -- acting subtree
)
