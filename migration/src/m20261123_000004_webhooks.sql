create table webhooks (
    tenant_id uuid not null,
    id uuid not null,
    url text not null,
    description text,
    event_types text not null,
    status text not null,
    disabled_reason text,
    disabled_at timestamptz,
    failing_since timestamptz,
    secret text not null,
    previous_secret text,
    previous_secret_until timestamptz,
    feed_position bigint not null,
    feed_event_id uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint webhooks_pk primary key (tenant_id, id),
    constraint webhooks_status_known check (status in ('enabled', 'disabled'))
);

create table deliveries (
    tenant_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    event_id uuid not null,
    event_type text not null,
    payload text not null,
    status text not null,
    tries integer not null,
    next_attempt_at timestamptz,
    created_at timestamptz not null,
    delivered_at timestamptz,
    constraint deliveries_pk primary key (tenant_id, id),
    constraint deliveries_once unique (tenant_id, webhook_id, event_id),
    constraint deliveries_webhook_fk foreign key (tenant_id, webhook_id) references webhooks (tenant_id, id) on delete cascade,
    constraint deliveries_status_known check (status in ('pending', 'delivered', 'failed'))
);
create index deliveries_by_webhook on deliveries (tenant_id, webhook_id, id);
create index deliveries_pending on deliveries (tenant_id, webhook_id, next_attempt_at) where next_attempt_at is not null;

create table delivery_attempts (
    tenant_id uuid not null,
    id uuid not null,
    delivery_id uuid not null,
    attempted_at timestamptz not null,
    duration_ms integer not null,
    status_code integer,
    error text,
    constraint delivery_attempts_pk primary key (tenant_id, id),
    constraint delivery_attempts_delivery_fk foreign key (tenant_id, delivery_id) references deliveries (tenant_id, id) on delete cascade
);
create index delivery_attempts_by_delivery on delivery_attempts (tenant_id, delivery_id, id);
