-- Which municipality an agency is, by the code of CBS, when it is one or works for one.
alter table agency add column municipality varchar(6) character set ascii collate ascii_bin null after type;
alter table agency add constraint ck_agency_municipality check (municipality is null or municipality rlike '^GM[0-9]{4}$');
