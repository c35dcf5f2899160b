package nl.samenzicht.domain.consent;

import java.time.Instant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * What is asked of the person: may this recipient have this category, for this purpose?
 *
 * @param until first instant at which it no longer holds (half-open)
 */
public record ConsentQuestion(AgencyId recipient, Purpose purpose, DataCategory category, Instant until) {}
