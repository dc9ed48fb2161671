create table person_words (
    tenant_id uuid not null,
    word text not null,
    person_id uuid not null,
    constraint person_words_pk primary key (tenant_id, word, person_id),
    constraint person_words_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
        on delete cascade
);
create index person_words_by_person on person_words (tenant_id, person_id);
create index people_waiting on people (tenant_id, id) where manager_id is null and manager_external_id is not null;
