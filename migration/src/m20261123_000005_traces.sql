alter table events add column traceparent text;
alter table deliveries add column traceparent text;
