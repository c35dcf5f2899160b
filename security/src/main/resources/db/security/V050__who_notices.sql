-- Agencies that notice and do not assess, such as a school or a practice, and the function of who writes signals there.

alter table agency drop constraint ck_agency_type,
  add constraint ck_agency_type check (type in ('MUNICIPALITY', 'CARE_PROVIDER', 'YOUTH_CARE', 'POLICE', 'PROSECUTION',
    'SAFETY_HOUSE', 'COMENSHA', 'IMMIGRATION', 'RECEPTION', 'GUARDIANSHIP', 'HEALTH_SERVICE', 'NATIONAL_RAPPORTEUR',
    'PLATFORM', 'SIGNALLER'));

alter table function_holding drop constraint ck_function_holding_function,
  add constraint ck_function_holding_function check (held_function in ('CARE_COORDINATOR', 'ATTENTION_OFFICER',
    'POLICY_ADVISER', 'CARE_WORKER', 'YOUTH_WORKER', 'DETECTIVE', 'CASE_DIRECTOR', 'REGISTRAR', 'PRIVACY_OFFICER',
    'DATA_PROTECTION_OFFICER', 'SIGNATORY', 'MANAGER', 'PLATFORM_ADMINISTRATOR', 'REPORTER'));
