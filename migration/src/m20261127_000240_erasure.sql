-- Since when the person is erased: the row stays as a pseudonym, which other rows refer to.
alter table people add column erased_at timestamptz;

-- The proof of each erasure: ids and numbers, nothing of the person. The ledger of what a restored backup must forget.
create table erasures (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    reason text not null,
    erased_at timestamptz not null,
    erased_by uuid,
    counts text not null,
    constraint erasures_pk primary key (tenant_id, id),
    constraint erasures_person_unique unique (tenant_id, person_id),
    constraint erasures_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
);

-- What must not be erased or deleted for now, such as during a dispute. The row of a hold that was released stays without
-- its reason, so that a restored backup releases it again.
create table legal_holds (
    tenant_id uuid not null,
    person_id uuid not null,
    reason text not null,
    placed_at timestamptz not null,
    placed_by uuid,
    released_at timestamptz,
    constraint legal_holds_pk primary key (tenant_id, person_id),
    constraint legal_holds_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
);

-- Customers who have left, so that a restored backup forgets them again. The id is derived from the name in tokens.
create table deleted_tenants (
    id uuid not null,
    deleted_at timestamptz not null,
    constraint deleted_tenants_pk primary key (id)
);
