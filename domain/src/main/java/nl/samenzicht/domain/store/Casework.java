package nl.samenzicht.domain.store;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;

/** Marks the entity manager of the persistence unit {@code casework}. */
@Qualifier
@Retention(RUNTIME)
public @interface Casework {}
